import { z } from 'zod';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';

/** Fields of one line or text, by the names of their controls. */
const TEXTS = {
  both: [
    'title',
    'description',
    'language',
    'category',
    'remote',
    'apply',
    'applyUrl',
    'contactMail',
    'contactPhone',
    'publishOn',
    'validThrough',
    'pictureId',
    'offeredByName',
    'offeredByWebsite',
  ],
  job: ['skills', 'referenceId', 'salaryCurrency', 'salaryMin', 'salaryMax', 'salaryPeriod', 'payReason', 'agreementName', 'agreementUrl'],
  gig: ['skills', 'gigBy', 'areaServed', 'availability', 'priceCurrency', 'priceMin', 'priceMax', 'priceUnit', 'payReason'],
} as const;

/** Fields of several values. */
const LISTS = { both: ['places', 'remoteCountries'], job: ['employmentTypes'], gig: [] } as const;

export type TextField = (typeof TEXTS)['both' | JobKind][number];
export type ListField = (typeof LISTS)['both' | JobKind][number];

/** What a draft may hold: more than a post may, so that nothing typed is lost; the checks say what is too long. */
export const LONGEST_TEXT = 60_000;
const LONGEST_LINE = 4_000;
export const MOST_VALUES = 60;

export function textFieldsOf(kind: JobKind): readonly TextField[] {
  return [...TEXTS.both, ...TEXTS[kind]];
}

export function listFieldsOf(kind: JobKind): readonly ListField[] {
  return [...LISTS.both, ...LISTS[kind]];
}

const anyText = z.string().max(LONGEST_TEXT, 'ad-form.draft-too-long');
const anyList = z.array(z.string().max(LONGEST_LINE)).max(MOST_VALUES, 'ad-form.draft-too-many');
const NAMES: ReadonlySet<string> = new Set((['job', 'gig'] as const).flatMap((kind) => [...textFieldsOf(kind), ...listFieldsOf(kind)]));

/** The fields of a draft as they were typed. A name that no form has is refused. */
export const draftInput = z
  .record(z.string().max(40), z.union([anyText, anyList]))
  .refine((fields) => Object.keys(fields).every((name) => NAMES.has(name)), 'ad-form.no-such-field');
