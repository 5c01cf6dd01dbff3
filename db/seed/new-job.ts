import type { NewJob } from '#db/repositories/job-writes.ts';
import type { SeedDates } from '#db/seed/calendar.ts';
import type { SeedApply, SeedJob } from '#db/seed/seed-job.ts';
import type { GigDetails } from '#worker/jobs/model/job-posting.ts';
import { minorDigits, type Salary, yearlyBest } from '#worker/kernel/money.ts';
import { newId } from '#worker/kernel/random.ts';
import { slugOf } from '#worker/kernel/text.ts';

/** The row of a seeded ad. Its contact address goes among the private contacts and nowhere else. */
export function newJob(
  job: SeedJob,
  { dates, employerSeq, sourceId }: { dates: SeedDates; employerSeq: number; sourceId: string },
): NewJob {
  const { postedAt, validThrough, writtenAt } = dates;
  return {
    id: newId(),
    slug: slugOf(job.title),
    kind: job.kind ?? 'job',
    title: job.title,
    description: job.description,
    language: job.language ?? 'en',
    employerSeq,
    category: job.category,
    employmentTypes: job.types,
    skills: job.skills,
    remote: job.remote ? (job.remote.partly ? 'partly' : 'fully') : null,
    remoteCountries: job.remote?.countries ?? [],
    ...salaryColumns(job.gig === undefined ? job.salary : salaryOf(job.gig)),
    ...applyColumns(job.apply),
    referenceId: job.referenceId ?? null,
    sourceId,
    postedAt,
    publishedAt: postedAt,
    validThrough: job.untilFilled ? null : validThrough,
    details: job.gig === undefined ? null : { payReason: null, agreement: null, gig: inMinorUnits(job.gig), pictureId: null },
    createdAt: writtenAt,
    updatedAt: writtenAt,
    places: job.places.map((place) => ({ ...place })),
  };
}

/** What somebody takes by the hour is found as pay by the hour is; what is paid in all is found by no salary. */
function salaryOf({ price: { currency, min, max, unit } }: GigDetails): Salary | undefined {
  return unit === 'piece' ? undefined : { currency, min, max, period: unit };
}

function inMinorUnits({ price, ...gig }: GigDetails): GigDetails {
  const factor = 10 ** minorDigits(price.currency);
  return { ...gig, price: { ...price, min: Math.round(price.min * factor), max: Math.round(price.max * factor) } };
}

function salaryColumns(salary: Salary | undefined) {
  if (!salary) return {};
  const { currency, period } = salary;
  const minor = (amount: number | null) => (amount === null ? null : Math.round(amount * 10 ** minorDigits(currency)));
  const [min, max] = [minor(salary.min), minor(salary.max)];
  return {
    salaryCurrency: currency,
    salaryMin: min,
    salaryMax: max,
    salaryPeriod: period,
    salaryYearly: yearlyBest({ min, max, period }),
  };
}

function applyColumns(apply: SeedApply): Pick<NewJob, 'applyBy' | 'applyUrl' | 'contacts'> {
  if (apply.by === 'url') return { applyBy: 'url', applyUrl: apply.url, contacts: [] };
  if (apply.by === 'reference') return { applyBy: 'reference', contacts: [] };
  return { applyBy: 'mail', contacts: [{ kind: 'mail', value: apply.address, forApplying: true }] };
}
