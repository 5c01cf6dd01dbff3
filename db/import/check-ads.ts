import type { ImportJob } from '#db/import/import-job.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { flagsOfImport } from '#worker/moderation/model/raise-flags.ts';

/** An ad in which checks found something that a moderator should look at. */
export interface FlaggedAd {
  readonly key: string;
  readonly title: string;
  readonly flags: readonly FlagRaised[];
}

/** Running an import is the operator's approval of its source; what is found in single ads of it waits all the same. */
export function flaggedAmong(jobs: readonly ImportJob[]): readonly FlaggedAd[] {
  return jobs.map((job) => ({ key: job.key, title: job.title, flags: flagsOf(job) })).filter(({ flags }) => flags.length > 0);
}

function flagsOf(job: ImportJob): readonly FlagRaised[] {
  const { salaryCurrency: currency, salaryMin: min, salaryMax: max, salaryPeriod: period, skills, employer, applyUrl, places } = job;
  return flagsOfImport(
    {
      ...job,
      salary: currency === null || period === null ? null : { currency, min, max, period },
      countries: places.map(({ country }) => country),
      others: { skills: skills.join(', '), employer: employer.name },
      link: applyUrl,
    },
    board.moderation,
  );
}
