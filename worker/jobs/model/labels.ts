import type { EmploymentType, JobKind } from '#worker/jobs/model/job-posting.ts';
import type { PostedWithin } from '#worker/jobs/model/job-query.ts';

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

/** What the salary facet calls a floor, such as `USD90000/year`. */
export const atLeast = (floor: string): string => `At least ${floor}`;

export const ANYWHERE_LABEL = 'Remote';
