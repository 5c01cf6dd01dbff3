import { en } from '#site/messages/en.ts';
import type { Catalogue } from '#site/messages/translate.ts';

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en };

/** The catalogue of an interface language; English where there is none. */
export function catalogueOf(language: string): Catalogue {
  return CATALOGUES[language] ?? en;
}
