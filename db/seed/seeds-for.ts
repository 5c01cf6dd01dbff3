import { seedEmployers } from '#db/seed/employers.ts';
import type { SeedEmployer, SeedJob } from '#db/seed/seed-job.ts';
import type { Board } from '#worker/board/model/board.ts';

type Offer = Pick<Board, 'countries' | 'currencies' | 'categories'>;

/** The invented employers and ads that suit a board: in its countries, paid in its currencies, under its categories. All of them where none does. */
export function seedsFor(board: Offer): readonly SeedEmployer[] {
  const chosen = seedEmployers.map((employer) => ({ ...employer, jobs: employer.jobs.filter((job) => suits(job, board)) }));
  const employing = chosen.filter(({ jobs }) => jobs.length > 0);
  const seeds = employing.length > 0 ? employing : seedEmployers;
  const known = new Set(board.categories.map(({ id }) => id));
  const under = (job: SeedJob): SeedJob => (known.has(job.category) ? job : { ...job, category: 'other' });
  return seeds.map((employer) => ({ ...employer, jobs: employer.jobs.map(under) }));
}

function suits({ places, remote, gig, salary }: SeedJob, { countries, currencies }: Offer): boolean {
  const currency = gig?.price.currency ?? salary?.currency;
  if (currency !== undefined && !currencies.includes(currency)) return false;
  if (places.length > 0) return places.every(({ country }) => countries.includes(country));
  return remote === undefined || remote.countries.length === 0 || remote.countries.some((country) => countries.includes(country));
}
