import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';
import type { ApplyBy, EmploymentType } from '#worker/jobs/model/job-posting.ts';
import { A_PERIOD, EMPLOYMENT_TYPE_LABELS } from '#worker/jobs/model/labels.ts';
import { countryName, languageName } from '#worker/kernel/display-names.ts';
import { minorDigits } from '#worker/kernel/money.ts';

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

const CONTACT_LABELS: Readonly<Record<ContactKind, string>> = {
  mail: 'mail address',
  phone: 'phone number',
  messenger: 'name in a messenger',
};

/** `mail address, 2 phone numbers`: which contacts there are, and none of them. */
export function contactLabels(kinds: readonly ContactKind[]): string {
  const counted = [...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length] as const);
  return counted.map(([kind, count]) => (count === 1 ? CONTACT_LABELS[kind] : `${count} × ${CONTACT_LABELS[kind]}`)).join(', ');
}

const APPLY_LABELS: Readonly<Record<Exclude<ApplyBy['by'], 'url'> | 'relay' | 'contact', string>> = {
  relay: 'through the form of this board; the address is shown to nobody',
  mail: 'through the form of this board; the address is shown to nobody',
  contact: 'by the contacts, which are shown on asking',
  reference: 'by the contacts, which are shown on asking',
  here: 'on this board',
};

/** How people apply, where that is no page outside. */
export function applyLabel(by: keyof typeof APPLY_LABELS): string {
  return APPLY_LABELS[by];
}

/** Where work from elsewhere may be done from; empty where there is none. */
export function remoteLabel(remote: 'fully' | 'partly' | null, countries: readonly string[]): string {
  if (remote === null) return '';
  const named = countries.map((code) => countryName(code, firstLanguage(board)));
  const where = named.length === 0 ? '' : `, from ${new Intl.ListFormat(firstLanguage(board), { type: 'disjunction' }).format(named)}`;
  return `${remote === 'fully' ? 'all of it' : 'part of it'}${where}`;
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

/** `3,200.00 – 3,900.00 EUR a month` */
export function payLabel({ currency, min, max, per }: Amounts): string {
  const digits = minorDigits(currency);
  const write = new Intl.NumberFormat(firstLanguage(board), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const said = [min, max].flatMap((amount) => (amount === null ? [] : [write.format(amount / 10 ** digits)]));
  return `${[...new Set(said)].join(' – ')} ${currency} ${A_PERIOD[per] ?? 'for the whole'}`;
}
