import type { Board } from '#worker/board/model/board.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { jobPostingJsonLd } from '#worker/jobs/model/job-posting-jsonld.ts';
import type { JobDetail, JobSummary } from '#worker/jobs/model/job-view.ts';
import { categoryLabel } from '#worker/jobs/model/present-facets.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';

export interface DetailContext {
  readonly board: Board;
  readonly publicUrl: string;
  readonly similar: readonly JobSummary[];
  readonly fromEmployer: readonly JobSummary[];
}

/** An ad in full, with everything its page shows. */
export function presentDetail(job: PublicJob, { board, publicUrl, similar, fromEmployer }: DetailContext): JobDetail {
  const summary = presentSummary(job, { publicUrl, words: parseWords(''), area: null });
  const descriptionHtml = markdownToHtml(job.description);
  return {
    ...summary,
    description: job.description,
    descriptionHtml,
    category: { id: job.category, label: categoryLabel(board, job.category) },
    skills: job.skills,
    apply: job.apply.by === 'url' ? { by: 'url', url: job.apply.url } : { by: job.apply.by },
    referenceId: job.referenceId,
    source: job.source === null ? null : { name: job.source.name, datesMovedDays: job.source.datesMovedDays },
    employerWebsite: job.employer.website,
    publicUntil: isoTime(job.publicUntil),
    updatedAt: isoTime(job.updatedAt),
    jobPosting: jobPostingJsonLd(job, { url: summary.url, descriptionHtml, boardName: board.name }),
    similar,
    fromEmployer,
  };
}
