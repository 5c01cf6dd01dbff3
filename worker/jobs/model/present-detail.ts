import type { Board } from '#worker/board/model/board.ts';
import type { PublicJob, WageAgreement } from '#worker/jobs/model/job-posting.ts';
import { jobPostingJsonLd, type PostingContext } from '#worker/jobs/model/job-posting-jsonld.ts';
import type { JobDetail, JobSummary } from '#worker/jobs/model/job-view.ts';
import { categoryLabel } from '#worker/jobs/model/present-facets.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { presentVerified } from '#worker/jobs/model/present-verified.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { serviceJsonLd } from '#worker/jobs/model/service-jsonld.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import { picturePath } from '#worker/pictures/model/picture-path.ts';

export interface DetailContext {
  readonly board: Board;
  readonly publicUrl: string;
  readonly similar: readonly JobSummary[];
  readonly fromEmployer: readonly JobSummary[];
  readonly contact: JobDetail['contact'];
}

/** An ad in full, with everything its page shows. */
export function presentDetail(job: PublicJob, { board, publicUrl, similar, fromEmployer, contact }: DetailContext): JobDetail {
  const summary = presentSummary(job, { publicUrl, words: parseWords(''), area: null });
  const descriptionHtml = markdownToHtml(job.description);
  const logo = job.employer.logoId === null ? null : picturePath(job.employer.logoId);
  return {
    ...summary,
    description: job.description,
    descriptionHtml,
    category: { id: job.category, label: categoryLabel(board, job.category) },
    skills: job.skills,
    apply: job.apply.by === 'url' ? { by: 'url', url: job.apply.url } : { by: job.apply.by },
    contact,
    referenceId: job.referenceId,
    source: job.source === null ? null : { name: job.source.name, datesMovedDays: job.source.datesMovedDays },
    employerWebsite: job.employer.website,
    employerLogo: logo,
    employerVerified: presentVerified(job.employer.verified),
    payReason: job.details?.payReason ?? null,
    agreement: presentAgreement(job.details?.agreement ?? null),
    pictureId: job.details?.pictureId ?? null,
    publicUntil: isoTime(job.publicUntil),
    updatedAt: isoTime(job.updatedAt),
    ...structured(job, { url: summary.url, descriptionHtml, logoUrl: logo === null ? null : `${publicUrl}${logo}`, boardName: board.name }),
    similar,
    fromEmployer,
  };
}

function structured(job: PublicJob, page: PostingContext): Pick<JobDetail, 'jobPosting' | 'service'> {
  return job.kind === 'job'
    ? { jobPosting: jobPostingJsonLd(job, page), service: null }
    : { jobPosting: null, service: serviceJsonLd(job, page) };
}

function presentAgreement(agreement: WageAgreement | null): JobDetail['agreement'] {
  return agreement === null ? null : { name: agreement.name, url: agreement.url };
}
