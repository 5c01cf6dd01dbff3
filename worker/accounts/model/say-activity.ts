import { ACTIVITY_KINDS, type ActivityKind } from '#worker/accounts/model/activity-kinds.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

const KINDS: Readonly<Record<string, ActivityKind>> = ACTIVITY_KINDS;
const SOMETHING: Words = { en: 'Something happened that is no longer told in words.' };
const SOMEWHERE: Words = { en: 'country unknown' };
const UNSAID: Words = { en: 'not noted' };

/** What happened, as a sentence for the account's person. */
export function sayActivity(
  { kind, details }: { readonly kind: string; readonly details: Readonly<Record<string, string>> },
  language: string,
): string {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const sentence = inLanguage(known?.words ?? SOMETHING, language);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => detail(name, { value: details[name], language }));
}

function detail(name: string, { value, language }: { readonly value: string | undefined; readonly language: string }): string {
  if (value === undefined || value === '') return inLanguage(UNSAID, language);
  if (name !== 'country') return value;
  return value === 'unknown' ? inLanguage(SOMEWHERE, language) : countryName(value, language);
}
