import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

/** The pages of the form, in their order. */
export const PARTS = ['work', 'where', 'pay', 'apply'] as const;
export type WritingPart = (typeof PARTS)[number];

interface PartFields {
  readonly one: readonly string[];
  /** Fields that may have several values. */
  readonly many: readonly string[];
}

const WAYS = ['apply', 'applyUrl', 'contactMail', 'contactPhone', 'offeredByName', 'offeredByWebsite'];
const DATES = ['remote', 'publishOn', 'validThrough'];

const FIELDS: Readonly<Record<JobKind, Readonly<Record<WritingPart, PartFields>>>> = {
  job: {
    work: { one: ['title', 'language', 'category', 'description', 'skills'], many: ['employmentTypes'] },
    where: { one: DATES, many: ['places', 'remoteCountries'] },
    pay: {
      one: ['salaryCurrency', 'salaryMin', 'salaryMax', 'salaryPeriod', 'payReason', 'agreementName', 'agreementUrl'],
      many: [],
    },
    apply: { one: [...WAYS, 'referenceId'], many: [] },
  },
  gig: {
    work: { one: ['title', 'language', 'category', 'description', 'skills'], many: [] },
    where: { one: ['areaServed', 'availability', ...DATES], many: ['places', 'remoteCountries'] },
    pay: { one: ['priceCurrency', 'priceMin', 'priceMax', 'priceUnit', 'payReason'], many: [] },
    apply: { one: ['gigBy', ...WAYS], many: [] },
  },
};

export function partNamed(name: string | null): WritingPart {
  return PARTS.find((part) => part === name) ?? 'work';
}

/** The page of the form that asks for a field; the first for what no page asks for. */
export function partOf(field: string, kind: JobKind): WritingPart {
  return PARTS.find((part) => asksFor(FIELDS[kind][part], field)) ?? 'work';
}

/** What is wrong, in the order of the form. */
export function inOrder(problems: readonly FieldError[], kind: JobKind): readonly FieldError[] {
  const place = ({ field }: FieldError) => PARTS.indexOf(partOf(field, kind));
  return problems.toSorted((a, b) => place(a) - place(b));
}

function asksFor({ one, many }: PartFields, field: string): boolean {
  return one.includes(field) || many.includes(field);
}

interface PartOfKind {
  readonly kind: JobKind;
  readonly part: WritingPart;
}

/** What was typed on one page of the form; fields of other pages are left out. */
export function typedIn(form: URLSearchParams, { kind, part }: PartOfKind): DraftFields {
  const { one, many } = FIELDS[kind][part];
  return {
    ...Object.fromEntries(one.map((name) => [name, form.get(name) ?? ''])),
    ...Object.fromEntries(many.map((name) => [name, form.getAll(name).filter((value) => value.trim() !== '')])),
  };
}

/** What stands on the other pages of the form. */
export function fieldsBeside(fields: DraftFields, { kind, part }: PartOfKind): DraftFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !asksFor(FIELDS[kind][part], name)));
}

/** The page before or after one; null at the ends. */
export function nextTo(part: WritingPart, step: 1 | -1): WritingPart | null {
  return PARTS[PARTS.indexOf(part) + step] ?? null;
}
