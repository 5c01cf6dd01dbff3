import type { PayFloor } from '#worker/board/model/board.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import { sayFirst } from '#worker/board/model/say-first.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';
import type { EmploymentType } from '#worker/jobs/model/job-posting.ts';
import { A_PERIOD, EMPLOYMENT_TYPE_LABELS } from '#worker/jobs/model/labels.ts';
import { countryName, languageName } from '#worker/kernel/display-names.ts';
import { minorDigits } from '#worker/kernel/money.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** How ids and amounts stand in what a moderator reads, in the board's first language. */

export function categoryLabel(id: string): string {
  return board.categories.find((category) => category.id === id)?.label[firstLanguage(board)] ?? id;
}

export function employmentLabels(types: readonly EmploymentType[]): string {
  return types.map((type) => EMPLOYMENT_TYPE_LABELS[type]).join(', ');
}

export function languageLabel(code: string): string {
  return languageName(code, firstLanguage(board));
}

const CONTACT_LABELS: Readonly<Record<ContactKind, Words>> = {
  mail: { en: 'e-mail address' },
  phone: { en: 'phone number' },
  messenger: { en: 'name in a messenger' },
};

/** `e-mail address, 2 × phone number`: which contacts there are, and none of them. */
export function contactLabels(kinds: readonly ContactKind[]): string {
  const counted = [...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length] as const);
  return counted.map(([kind, count]) => (count === 1 ? '' : `${count} × `) + sayFirst(CONTACT_LABELS[kind])).join(', ');
}

const BY_FORM: Words = { en: 'through the form of this board; the address is shown to nobody' };
const BY_CONTACT: Words = { en: 'by the contacts, which are shown on asking' };
const APPLY_LABELS = { relay: BY_FORM, mail: BY_FORM, contact: BY_CONTACT, reference: BY_CONTACT, here: { en: 'on this board' } } as const;

/** How people apply, where that is no page outside. */
export function applyLabel(by: keyof typeof APPLY_LABELS): string {
  return sayFirst(APPLY_LABELS[by]);
}

const REMOTE_LABELS = {
  fully: { anywhere: { en: 'all of it' }, from: { en: 'all of it, from {countries}' } },
  partly: { anywhere: { en: 'part of it' }, from: { en: 'part of it, from {countries}' } },
} as const;

/** Where work from elsewhere may be done from; empty where there is none. */
export function remoteLabel(remote: 'fully' | 'partly' | null, countries: readonly string[]): string {
  if (remote === null) return '';
  const named = countries.map((code) => countryName(code, firstLanguage(board)));
  const words = REMOTE_LABELS[remote];
  if (named.length === 0) return sayFirst(words.anywhere);
  return sayFirst(words.from, { countries: new Intl.ListFormat(firstLanguage(board), { type: 'disjunction' }).format(named) });
}

/** `Malmö, Skåne, Sweden` */
export function placeLabel(parts: readonly (string | null)[], country: string): string {
  return [...parts, countryName(country, firstLanguage(board))].filter((part) => part !== null && part !== '').join(', ');
}

/** Empty for no day. */
export function dayLabel(time: number | null): string {
  if (time === null) return '';
  return new Intl.DateTimeFormat(firstLanguage(board), { dateStyle: 'long', timeZone: board.timeZone }).format(time);
}

interface Amounts {
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
  /** A period of pay, or the unit of a price. */
  readonly per: string;
}

const FOR_THE_WHOLE: Words = { en: 'for the whole' };

/** `3,200.00 – 3,900.00 EUR a month` */
export function payLabel({ currency, min, max, per }: Amounts): string {
  const digits = minorDigits(currency);
  const write = new Intl.NumberFormat(firstLanguage(board), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const said = [min, max].flatMap((amount) => (amount === null ? [] : [write.format(amount / 10 ** digits)]));
  return `${[...new Set(said)].join(' – ')} ${currency} ${A_PERIOD[per] ?? sayFirst(FOR_THE_WHOLE)}`;
}

/** `13.90 EUR an hour, Germany`: the least that the board's operator knows for such work. */
export function floorLabel({ country, currency, amount, period }: PayFloor): string {
  return `${payLabel({ currency, min: amount, max: null, per: period })}, ${countryName(country, firstLanguage(board))}`;
}
