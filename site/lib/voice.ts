import { type Format, formatOf } from '#site/lib/format.ts';
import { type Paths, pathsOf } from '#site/lib/paths.ts';
import { type Catalogue, type Translate, translator } from '#site/messages/translate.ts';

/** What a component needs to speak one language: words, numbers, addresses. */
export interface Voice {
  readonly t: Translate;
  readonly format: Format;
  readonly paths: Paths;
}

export interface VoiceSettings {
  /** The board's name. */
  readonly board: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly messages: Readonly<Partial<Catalogue>>;
}

export function voiceOf({ language, languages, timeZone, messages }: Omit<VoiceSettings, 'board'>, now: number): Voice {
  return { t: translator(messages, language), format: formatOf({ language, timeZone, now }), paths: pathsOf(language, languages) };
}
