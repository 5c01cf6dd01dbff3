/** How long words about ads, reports and decisions may be, in characters. */
export const LONGEST_EXPLANATION = 5000;
export const LONGEST_NOTIFIER_NAME = 200;
export const LONGEST_OBJECTION = 5000;
/** What staff says to authors and reporters. */
export const LONGEST_WORDS = 2000;
export const LONGEST_QUESTION = 1000;
export const LONGEST_LAW = 500;
/** How many rules one decision names. */
export const MOST_RULES = 10;
