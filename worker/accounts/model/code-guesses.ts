/** How many codes may be guessed in a row for one account; who guesses has its password already, or its mailbox. */
export const FREE_CODE_GUESSES = 5;
/** The pause after them, which doubles with each further guess up to the longest: about fifty guesses a day against a million codes. */
export const FIRST_PAUSE_MS = 60_000;
export const LONGEST_PAUSE_DOUBLINGS = 5;
