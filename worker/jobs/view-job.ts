import type { JobContactsRepository } from '#db/repositories/job-contacts.ts';
import type { GoneJob, PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import type { SearchPlan } from '#search/engine.ts';
import type { Answered } from '#search/fallback.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import type { GoneView, JobDetail, JobSummary } from '#worker/jobs/model/job-view.ts';
import { likeTitle } from '#worker/jobs/model/like-title.ts';
import { presentDetail } from '#worker/jobs/model/present-detail.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isId } from '#worker/kernel/random.ts';

const MOST_SIMILAR = 6;
const MOST_FROM_EMPLOYER = 5;

export interface ViewJobContext {
  readonly now: number;
  readonly board: Board;
  readonly publicUrl: string;
  readonly jobContacts: Pick<JobContactsRepository, 'kindsOf'>;
  readonly jobs: Pick<PublicJobsRepository, 'find' | 'gone' | 'wasDeleted' | 'hydrate' | 'ofEmployer'>;
  readonly search: (plan: SearchPlan) => Promise<Answered>;
  readonly similar: (job: PublicJob, options: { readonly now: number; readonly limit: number }) => Promise<readonly PublicJob[]>;
}

/** The ad, or what to say of one that is over. One that never was public is not found, and so is one we may not speak of. */
export async function viewJob(
  context: ViewJobContext,
  { id }: { readonly id: string },
): Promise<{ readonly job: JobDetail } | { readonly gone: GoneView }> {
  if (!isId(id)) throw notFound();
  const job = await context.jobs.find(id, context.now);
  return job === null ? { gone: await viewGone(context, id) } : { job: await viewPublic(context, job) };
}

async function viewPublic(context: ViewJobContext, job: PublicJob): Promise<JobDetail> {
  const { board, publicUrl, jobs, now } = context;
  const [similar, others, kinds] = await Promise.all([
    context.similar(job, { now, limit: MOST_SIMILAR }),
    job.employer.slug === null ? [] : jobs.ofEmployer(job.employer.slug, { now, limit: MOST_FROM_EMPLOYER, except: job.id }),
    context.jobContacts.kindsOf({ jobId: job.id, now }),
  ]);
  const contact = { shows: kinds.shown, takesMessages: kinds.hasMail };
  return presentDetail(job, { board, publicUrl, similar: summaries(context, similar), fromEmployer: summaries(context, others), contact });
}

function notFound(): DomainError {
  return new DomainError('not_found', 'There is no such ad. The address may be incomplete.');
}

async function viewGone(context: ViewJobContext, id: string): Promise<GoneView> {
  const { jobs, now } = context;
  const gone = await jobs.gone(id, now);
  if (gone !== null) return viewOver(context, gone);
  if (await jobs.wasDeleted(id, now)) return { why: 'deleted' };
  throw notFound();
}

async function viewOver(context: ViewJobContext, gone: GoneJob): Promise<GoneView> {
  const { jobs, now, search } = context;
  const alternatives = await firstFound([
    async () => {
      const { answer } = await search({ query: likeTitle(gone.title), area: null, now, facets: false });
      return jobs.hydrate(answer.ids.slice(0, MOST_SIMILAR), now);
    },
    async () => (gone.employer.slug === null ? [] : jobs.ofEmployer(gone.employer.slug, { now, limit: MOST_SIMILAR })),
  ]);
  const employer = { name: gone.employer.name, slug: gone.employer.slug };
  return { title: gone.title, employer, why: gone.why, alternatives: summaries(context, alternatives) };
}

/** The first of these ways that finds anything. */
async function firstFound(ways: readonly (() => Promise<readonly PublicJob[]>)[]): Promise<readonly PublicJob[]> {
  for (const way of ways) {
    const found = await way();
    if (found.length > 0) return found;
  }
  return [];
}

function summaries({ publicUrl }: ViewJobContext, jobs: readonly PublicJob[]): readonly JobSummary[] {
  const words = parseWords('');
  return jobs.map((job) => presentSummary(job, { publicUrl, words, area: null }));
}
