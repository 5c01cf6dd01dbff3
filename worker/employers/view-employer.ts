import type { EmployersRepository, PublicEmployer } from '#db/repositories/employers.ts';
import type { PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import { aboutHtml } from '#worker/employers/model/about-html.ts';
import { PAGE_SIZE } from '#worker/jobs/model/job-query.ts';
import type { EmployerDetail } from '#worker/jobs/model/job-view.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { picturePath } from '#worker/pictures/model/picture-path.ts';

export interface ViewEmployerContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly employers: Pick<EmployersRepository, 'findPublic' | 'movedTo'>;
  readonly jobs: Pick<PublicJobsRepository, 'ofEmployer' | 'countOfEmployer'>;
}

/** An employer with its newest ads. An unknown one and one in bad standing answer alike. */
export async function viewEmployer(context: ViewEmployerContext, { slug }: { readonly slug: string }): Promise<EmployerDetail> {
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw notFound();
  const { now, publicUrl } = context;
  const employer = await publicEmployer(context, slug);
  const [jobs, total] = await Promise.all([
    context.jobs.ofEmployer(employer.slug, { now, limit: PAGE_SIZE }),
    context.jobs.countOfEmployer(employer.slug, now),
  ]);
  const words = parseWords('');
  const { verified } = employer;
  return {
    slug: employer.slug,
    name: employer.name,
    website: employer.website,
    aboutHtml: aboutHtml(employer.about),
    places: employer.places,
    logo: employer.logoId === null ? null : picturePath(employer.logoId),
    verified: verified === null ? null : { domain: verified.domain, since: isoTime(verified.since) },
    isUnclaimed: employer.isUnclaimed,
    total,
    jobs: jobs.map((job) => presentSummary(job, { publicUrl, words, area: null })),
  };
}

/** One that became one with another is shown as that one. */
async function publicEmployer({ employers }: ViewEmployerContext, slug: string): Promise<PublicEmployer> {
  const found = await employers.findPublic(slug);
  if (found !== null) return found;
  const target = await employers.movedTo(slug);
  const moved = target === null ? null : await employers.findPublic(target);
  if (moved === null) throw notFound();
  return moved;
}

function notFound(): DomainError {
  return new DomainError('not_found', 'employers.none');
}
