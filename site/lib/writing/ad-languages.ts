import { board } from '#worker/board/model/this-board.ts';

const OFTEN = ['en', 'sv', 'fi', 'de', 'az'];

/** Languages that most ads are written in, the board's own first. */
export const AD_LANGUAGES: readonly string[] = [...new Set([...board.languages, ...OFTEN])];

/** What else an ad may be written in. */
export const OTHER_LANGUAGES: readonly string[] = [
  ...['ar', 'bg', 'cs', 'da', 'el', 'es', 'et', 'fa', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'it', 'ja', 'ka', 'ko', 'lt', 'lv', 'mt'],
  ...['nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'th', 'tr', 'uk', 'vi', 'zh'],
].filter((code) => !AD_LANGUAGES.includes(code));
