import type { ApplyBy, EmploymentType } from '#worker/jobs/model/job-posting.ts';
import {
  applyLabel,
  categoryLabel,
  dayLabel,
  employmentLabels,
  languageLabel,
  payLabel,
  placeLabel,
  remoteLabel,
} from '#worker/moderation/model/field-labels.ts';
import { NO_WORDS, type ReadWords } from '#worker/moderation/model/post-words.ts';

/** An ad as it is stored, with as much as a moderator reads of it. */
export interface AdRead {
  readonly job: {
    readonly title: string;
    readonly description: string;
    readonly language: string;
    readonly category: string;
    readonly employmentTypes: readonly EmploymentType[];
    readonly skills: readonly string[];
    readonly remote: 'fully' | 'partly' | null;
    readonly remoteCountries: readonly string[];
    readonly salaryCurrency: string | null;
    readonly salaryMin: number | null;
    readonly salaryMax: number | null;
    readonly salaryPeriod: string | null;
    readonly applyBy: ApplyBy['by'];
    readonly applyUrl: string | null;
    readonly referenceId: string | null;
    readonly validThrough: number | null;
  };
  readonly employer: string;
  readonly website: string | null;
  readonly places: readonly { readonly name: string; readonly region: string | null; readonly country: string }[];
}

/** An imported ad in the words that a moderator reads: contacts are out of it already. */
export function adWords({ job, employer, website, places }: AdRead): ReadWords {
  return {
    ...NO_WORDS,
    title: job.title,
    employer,
    website: website ?? '',
    description: job.description,
    pay: payOf(job),
    category: categoryLabel(job.category),
    employmentTypes: employmentLabels(job.employmentTypes),
    skills: job.skills.join(', '),
    places: places.map(({ name, region, country }) => placeLabel([name, region], country)).join('\n'),
    remote: remoteLabel(job.remote, job.remoteCountries),
    apply: job.applyBy === 'url' ? (job.applyUrl ?? '') : applyLabel(job.applyBy),
    validThrough: dayLabel(job.validThrough),
    referenceId: job.referenceId ?? '',
    language: languageLabel(job.language),
  };
}

function payOf({ salaryCurrency, salaryMin: min, salaryMax: max, salaryPeriod }: AdRead['job']): string {
  return salaryCurrency === null || salaryPeriod === null ? '' : payLabel({ currency: salaryCurrency, min, max, per: salaryPeriod });
}
