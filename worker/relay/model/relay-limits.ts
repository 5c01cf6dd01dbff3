/** What a message may hold; said on its form. */
export const LONGEST_NAME = 80;
export const SHORTEST_MESSAGE = 10;
export const LONGEST_MESSAGE = 4000;
