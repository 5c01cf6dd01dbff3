import { board } from '#worker/board/model/this-board.ts';

/** Languages that ads are written in, the board's own first. */
const OTHERS = [
  ...['en', 'sv', 'fi', 'de', 'az', 'ar', 'bg', 'cs', 'da', 'el', 'es', 'et', 'fa', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'it', 'ja', 'ka'],
  ...['ko', 'lt', 'lv', 'mt', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'th', 'tr', 'uk', 'vi', 'zh'],
];

export const AD_LANGUAGES: readonly string[] = [...new Set([...board.languages, ...OTHERS])];
