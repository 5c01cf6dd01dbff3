import { createHash } from 'node:crypto';
import { cleanLine } from '#db/import/clean/clean-text.ts';
import { cleanDescription } from '#db/import/clean/description.ts';
import { httpsUrl } from '#db/import/clean/html-to-markdown.ts';
import type { ParsedDate } from '#db/import/clean/parse-date.ts';
import { titleCase } from '#db/import/clean/title-case.ts';
import type { ImportContact, ImportJob } from '#db/import/import-job.ts';
import type { RawJob, RawPlace, RowProblem } from '#db/import/raw-job.ts';
import type { ResolvedPlace } from '#db/import/resolve-place.ts';
import { findContacts, keepContactsPrivate, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import { yearlyBest } from '#worker/kernel/money.ts';
import { fold, slugOf } from '#worker/kernel/text.ts';
import { endOfDay, startOfDay } from '#worker/kernel/zoned-day.ts';
import { leadsToAct, textLeadsToAct } from '#worker/outside/model/leads-to-act.ts';

const DAY_MS = 86_400_000;
const LONGEST_LINE = 200;
const MOST_SKILLS = 30;
const MOST_CONTACTS = 20;

export interface Making {
  readonly now: number;
  readonly timeZone: string;
  readonly language: string;
  /** Days by which all dates move. */
  readonly movedDays: number;
  readonly resolvePlaces: (places: readonly RawPlace[]) => readonly ResolvedPlace[];
  readonly countryOf: (name: string) => string | null;
  /** Where the board is; null for a demonstration, where no https link can lead. */
  readonly publicUrl: string | null;
}

const NO_ACRONYMS: ReadonlySet<string> = new Set();

/** Cleans one ad for storing, or says what it lacks. */
export function makeJob(raw: RawJob, making: Making): { readonly job: ImportJob } | { readonly problem: RowProblem } {
  const contacts: ImportContact[] = [];
  const publicText = (text: string, keepPrivate = keepContactsPrivate) => {
    const kept = keepPrivate(text);
    contacts.push(...kept.contacts.map(({ kind, value }) => ({ kind, value, forApplying: false })));
    return kept.text;
  };
  const title = publicText(titleCase(spaceDashes(cleanLine(raw.title, LONGEST_LINE)), NO_ACRONYMS));
  const employer = publicText(cleanLine(raw.employer, LONGEST_LINE));
  const description = publicText(cleanDescription(raw.description), keepContactsPrivateInMarkdown);
  const problem = (field: string, reason: string) => ({ problem: { line: raw.line, key: raw.key || null, field, reason } });
  const fault = faultOf({ title, employer, description }, { raw, publicUrl: making.publicUrl });
  if (fault !== null) return problem(fault[0], fault[1]);
  const places = making.resolvePlaces(raw.places).map((place) => ({
    ...place,
    name: publicText(place.name),
    street: place.street && publicText(place.street),
    postalCode: place.postalCode && publicText(place.postalCode),
  }));
  const { posted, until } = raw;
  if (posted === 'unreadable') return problem('posted', 'is no date that we can read');
  if (until === 'unreadable') return problem('until', 'is no date that we can read');
  const dates = datesOf({ posted, until }, making);
  if (dates.validThrough !== null && dates.postedAt !== null && dates.validThrough < dates.postedAt)
    return problem('until', 'is before the day of posting');
  const job = {
    key: cleanLine(raw.key, LONGEST_LINE) || derivedKey({ title, employer, places }),
    kind: raw.kind,
    slug: slugOf(title),
    title,
    description,
    language: languageOf(raw.language) ?? making.language,
    employer: {
      name: employer,
      nameKey: fold(employer),
      slug: slugOf(employer),
      website: raw.employerWebsite && httpsUrl(raw.employerWebsite),
    },
    category: raw.category,
    employmentTypes: [...new Set(raw.employmentTypes)],
    skills: [...new Set(raw.skills.map((skill) => publicText(cleanLine(skill, 80))))].filter(Boolean).slice(0, MOST_SKILLS),
    remote: raw.remote === null ? null : raw.remote.partly ? ('partly' as const) : ('fully' as const),
    remoteCountries: [...new Set((raw.remote?.countries ?? []).flatMap((name) => making.countryOf(name) ?? []))].toSorted(),
    ...salaryColumns(raw),
    ...dates,
    ...applyColumns(raw, contacts),
    referenceId: raw.referenceId === null ? null : publicText(cleanLine(raw.referenceId, 80)) || null,
    places,
  };
  return { job: { ...job, contacts: distinct(contacts) } };
}

interface Linking {
  readonly raw: Pick<RawJob, 'applyUrl' | 'employerWebsite'>;
  readonly publicUrl: string | null;
}

/** The field that no ad is taken over with, and why: it is empty, or leads to a page of this board that does something. */
function faultOf(words: { readonly description: string } & Readonly<Record<string, string>>, { raw, publicUrl }: Linking) {
  const lacking = Object.entries(words).find(([, text]) => fold(text) === '');
  if (lacking !== undefined) return [lacking[0], 'is missing or empty'] as const;
  if (publicUrl === null) return null;
  const { applyUrl, employerWebsite } = raw;
  const named = Object.entries({ applyUrl, employerWebsite }).find(([, link]) => link !== null && leadsToAct(link, publicUrl))?.[0];
  const acting = textLeadsToAct(words.description, publicUrl) ? 'description' : named;
  return acting === undefined ? null : ([acting, 'leads to a page of this board that does something to whoever opens it'] as const);
}

/** `Aide- Help desk` and `Clerk -Motions` as `Aide – Help desk` and `Clerk – Motions`. */
function spaceDashes(title: string): string {
  return title.replace(/(?<=[\p{L}\p{N})]{3})-\s(?=\p{L})|\s-(?=\p{L})/gu, ' – ').replace(/\s+/g, ' ');
}

/** The same words for the same ad: what a source without keys is known by. */
function derivedKey({ title, employer, places }: { title: string; employer: string; places: readonly ResolvedPlace[] }): string {
  return `~${createHash('sha256')
    .update(JSON.stringify([fold(title), fold(employer), places.map(({ name }) => fold(name))]))
    .digest('base64url')
    .slice(0, 22)}`;
}

interface Stated {
  readonly posted: ParsedDate | null;
  readonly until: ParsedDate | null;
}

function datesOf({ posted, until }: Stated, { now, timeZone, movedDays }: Making): Pick<ImportJob, 'postedAt' | 'validThrough'> {
  const begins = posted && (posted.moment === null ? startOfDay(moved(posted, movedDays), timeZone) : posted.moment + movedDays * DAY_MS);
  const ends = until && (until.moment === null ? endOfDay(moved(until, movedDays), timeZone) : until.moment + movedDays * DAY_MS);
  return { postedAt: begins !== null && begins > now ? null : begins, validThrough: ends };
}

function moved({ year, month, day }: ParsedDate, days: number): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function salaryColumns({ salary }: RawJob) {
  if (salary === null) return { salaryCurrency: null, salaryMin: null, salaryMax: null, salaryPeriod: null, salaryYearly: null };
  return {
    salaryCurrency: salary.currency,
    salaryMin: salary.min,
    salaryMax: salary.max,
    salaryPeriod: salary.period,
    salaryYearly: yearlyBest(salary),
  };
}

function applyColumns({ applyUrl, applyMail, applyPhone }: RawJob, contacts: ImportContact[]): Pick<ImportJob, 'applyBy' | 'applyUrl'> {
  const mail = findContacts(applyMail ?? '').find(({ kind }) => kind === 'mail')?.value ?? null;
  if (mail !== null) contacts.push({ kind: 'mail', value: mail, forApplying: true });
  const phone = applyPhone === null ? '' : cleanLine(applyPhone, 40);
  if (phone !== '') contacts.push({ kind: 'phone', value: phone, forApplying: true });
  const url = applyUrl === null ? null : httpsUrl(applyUrl);
  if (url !== null && findContacts(url).length === 0) return { applyBy: 'url', applyUrl: url };
  return { applyBy: mail === null ? 'reference' : 'mail', applyUrl: null };
}

function languageOf(text: string | null): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(text?.trim() ?? '')?.[0].toLowerCase() ?? null;
}

function distinct(contacts: readonly ImportContact[]): readonly ImportContact[] {
  const isFirst = (contact: ImportContact, at: number) =>
    contacts.findIndex((other) => other.value === contact.value && other.forApplying === contact.forApplying) === at;
  return contacts.filter(isFirst).slice(0, MOST_CONTACTS);
}
