/** How long the texts of a post may be, in characters. */
export const POST_LENGTHS = {
  title: 120,
  description: 20_000,
  leastDescription: 80,
  line: 200,
  skill: 60,
  skills: 20,
  places: 10,
} as const;

/** What an author answers to a moderator’s question, in characters. */
export const LONGEST_ANSWER = 2000;
