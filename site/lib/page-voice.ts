import { type Paths, pathsOf } from '#site/lib/paths.ts';
import { type Voice, type VoiceSettings, voiceOf } from '#site/lib/voice.ts';
import { catalogueOf } from '#site/messages/catalogues.ts';
import { forBrowser } from '#site/messages/translate.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';

/** The language of the pages. The others follow by the first segment of the address. */
export const pageLanguage = firstLanguage(board);

/** How a page speaks, now. */
export function pageVoice(): Voice {
  return voiceOf(settings(), Date.now());
}

/** Where the pages lie. */
export function pathsOfPage(): Paths {
  return pathsOf(pageLanguage, board.languages);
}

/** What the browser needs to speak the same way while the search follows typing. */
export function browserSettings(): VoiceSettings {
  const all = settings();
  return { ...all, messages: forBrowser(catalogueOf(all.language)) };
}

function settings(): VoiceSettings {
  const { name, languages, timeZone } = board;
  return { board: name, language: pageLanguage, languages, timeZone, messages: catalogueOf(pageLanguage) };
}
