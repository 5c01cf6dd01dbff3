import type { EmploymentType, JobKind } from '#worker/jobs/model/job-posting.ts';
import type { PostedWithin } from '#worker/jobs/model/job-query.ts';
import { countryName } from '#worker/kernel/display-names.ts';

/** What the values of parameters are called in the API's answers. The pages have their own words, in the visitor's language. */
export const EMPLOYMENT_TYPE_LABELS: Readonly<Record<EmploymentType, string>> = {
  'full-time': 'Full time',
  'part-time': 'Part time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
  volunteer: 'Volunteer',
  'per-diem': 'Per diem',
};

export const KIND_LABELS: Readonly<Record<JobKind, string>> = { job: 'Job', gig: 'Gig' };

export const POSTED_LABELS: Readonly<Record<PostedWithin, string>> = {
  '1d': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
};

/** `USD90000/year` as `At least $90,000 a year`; what is no floor stays as it is. */
export function floorLabel(floor: string): string {
  const [, currency, amount, period] = /^([A-Z]{3})?(\d+(?:\.\d+)?)(?:\/([a-z]+))?$/.exec(floor) ?? [];
  if (amount === undefined) return floor;
  const style =
    currency === undefined
      ? {}
      : ({ style: 'currency', currency, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' } as const);
  return `At least ${new Intl.NumberFormat('en', style).format(Number(amount))} ${A_PERIOD[period ?? 'year'] ?? ''}`.trim();
}

/** `3,200 EUR a month` */
export const A_PERIOD: Readonly<Record<string, string>> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
};

/** `1` as any remote work, a country as work from there. */
export function remoteLabel(value: string): string {
  return value === '1' ? 'Remote' : `Remote from ${countryName(value, 'en')}`;
}
