import { Marked } from '#site/islands/marked.tsx';
import { ownPath } from '#site/lib/paths.ts';
import { payText } from '#site/lib/pay.ts';
import { whereText } from '#site/lib/place-text.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { JobSummary } from '#worker/jobs/model/job-view.ts';

interface JobListProps {
  readonly jobs: readonly JobSummary[];
  readonly voice: Voice;
  /** The level of the titles, one below the heading they stand under. */
  readonly heading: 'h2' | 'h3';
}

/** Jobs as rows: the same under a search, on an employer's page and under an ad. */
export function JobList({ jobs, voice, heading }: JobListProps) {
  return (
    <ol class="jobs">
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} voice={voice} heading={heading} />
      ))}
    </ol>
  );
}

function JobRow({ job, voice, heading: Heading }: { job: JobSummary } & Omit<JobListProps, 'jobs'>) {
  return (
    <li>
      <div>
        <Heading class="title">
          <a href={ownPath(job.url)} lang={job.language} dir="auto">
            <Marked text={job.title} marks={job.marks.title} />
          </a>
        </Heading>
        <p class="by">
          <b>{job.employer.name}</b>
          {whereText(job, voice).map((part) => ` · ${part}`)}
        </p>
      </div>
      <Pay job={job} voice={voice} />
      {job.snippet !== '' && (
        <p class="snippet" lang={job.language} dir="auto">
          <Marked text={job.snippet} marks={job.marks.snippet} />
        </p>
      )}
    </li>
  );
}

function Pay({ job, voice }: { job: JobSummary; voice: Voice }) {
  const pay = payText(job, voice);
  return (
    <div class="pay">
      {pay === null ? (
        <p class="quiet small">{voice.t(job.unpaid ? 'row.pay.volunteer' : 'row.pay.none')}</p>
      ) : (
        <p>
          <b>{pay.amount}</b> {pay.period}
        </p>
      )}
      <p>
        <time datetime={job.postedAt}>{voice.t('row.posted', { age: voice.format.age(job.postedAt) })}</time>
      </p>
    </div>
  );
}
