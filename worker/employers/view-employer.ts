import type { EmployersRepository } from '#db/repositories/employers.ts';
import type { PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import { PAGE_SIZE } from '#worker/jobs/model/job-query.ts';
import type { EmployerDetail } from '#worker/jobs/model/job-view.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';

export interface ViewEmployerContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly employers: Pick<EmployersRepository, 'findPublic'>;
  readonly jobs: Pick<PublicJobsRepository, 'ofEmployer' | 'countOfEmployer'>;
}

/** An employer with its newest ads. An unknown one and one in bad standing answer alike. */
export async function viewEmployer(context: ViewEmployerContext, { slug }: { readonly slug: string }): Promise<EmployerDetail> {
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw notFound();
  const { now, publicUrl } = context;
  const [employer, jobs, total] = await Promise.all([
    context.employers.findPublic(slug),
    context.jobs.ofEmployer(slug, { now, limit: PAGE_SIZE }),
    context.jobs.countOfEmployer(slug, now),
  ]);
  if (employer === null) throw notFound();
  const words = parseWords('');
  return {
    slug: employer.slug,
    name: employer.name,
    website: employer.website,
    aboutHtml: employer.about === null ? null : markdownToHtml(employer.about),
    total,
    jobs: jobs.map((job) => presentSummary(job, { publicUrl, words, area: null })),
  };
}

function notFound(): DomainError {
  return new DomainError('not_found', 'There is no such employer on this board.');
}
