import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { foldedWords } from '#worker/jobs/model/words.ts';

type Stemmer = (word: string) => string;

const STEMMERS: Readonly<Record<string, Stemmer>> = {
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  it: italian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  sv: swedish,
};

/** The language of an ad or a query as the stemmers know it: `en-GB` is `en`. */
export function baseLanguage(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** What the forms of a word share in a language, folded; the folded word itself where the language has no stemmer. */
export function stemOf(written: string, language: string): string {
  const stem = STEMMERS[baseLanguage(language)];
  return foldedWords(stem === undefined ? written : stem(written)).join('');
}

/** Every stem that a typed word may have: one of each language, without repeats. */
export function stemsOf(written: string): readonly string[] {
  return [...new Set(Object.keys(STEMMERS).map((language) => stemOf(written, language)))].filter((stem) => stem !== '');
}
