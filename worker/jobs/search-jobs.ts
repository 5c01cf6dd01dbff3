import type { EmployersRepository } from '#db/repositories/employers.ts';
import type { PlacesRepository, ResolvedPlace } from '#db/repositories/places.ts';
import type { PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import type { SearchPlan } from '#search/engine.ts';
import type { Answered } from '#search/fallback.ts';
import type { Board } from '#worker/board/model/board.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import { LAST_PAGE, PAGE_SIZE } from '#worker/jobs/model/job-query.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';
import { placeChoice } from '#worker/jobs/model/place-choice.ts';
import { presentFacets } from '#worker/jobs/model/present-facets.ts';
import { presentSummary } from '#worker/jobs/model/present-summary.ts';
import { areaOf } from '#worker/jobs/model/search-area.ts';
import { decideSort, sortProblems } from '#worker/jobs/model/search-sort.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface SearchJobsContext {
  readonly now: number;
  readonly board: Board;
  readonly language: string;
  readonly publicUrl: string;
  readonly places: Pick<PlacesRepository, 'resolve'>;
  readonly jobs: Pick<PublicJobsRepository, 'hydrate'>;
  readonly employers: Pick<EmployersRepository, 'names'>;
  readonly search: (plan: SearchPlan) => Promise<Answered>;
}

/** Finds ads. Reads only; whatever an index still holds, only what is public now is shown. */
export async function searchJobs(context: SearchJobsContext, query: JobQuery): Promise<SearchView> {
  const resolved = await resolvePlace(context, query);
  const plan = planOf(query, { resolved, now: context.now });
  const found = await context.search(plan);
  const [jobs, employers] = await Promise.all([
    found.answer.rows ?? context.jobs.hydrate(found.answer.ids, context.now),
    employerNames(context, { found, query }),
  ]);
  const words = parseWords(found.answer.corrected ?? query.words);
  return {
    ...outcome(found, plan),
    jobs: jobs.map((job) => presentSummary(job, { publicUrl: context.publicUrl, words, area: plan.area })),
    facets: presentFacets(found.answer.facets, { board: context.board, query, employers }),
    place: presentPlace(resolved, { plan, language: context.language }),
    query: canonicalQuery(query),
  };
}

async function resolvePlace({ places, board }: SearchJobsContext, { place }: JobQuery): Promise<ResolvedPlace | null> {
  if (place === null) return null;
  const resolved = await places.resolve(place, board.countries);
  if (resolved !== null) return resolved;
  throw invalid([{ field: 'place', message: 'We know no place of this name. Try the name of a town, region or country.' }]);
}

function planOf(query: JobQuery, { resolved, now }: { readonly resolved: ResolvedPlace | null; readonly now: number }): SearchPlan {
  const area = resolved === null ? null : areaOf(resolved.place, query.radius);
  const problems = sortProblems(query, area);
  if (problems.length > 0) throw invalid(problems);
  return { query: { ...query, sort: decideSort(query) }, area, now };
}

function invalid(problems: DomainError['fields']): DomainError {
  return new DomainError('invalid', problems.map(({ message }) => message).join(' '), problems);
}

interface Found {
  readonly found: Answered;
  readonly query: JobQuery;
}

/** Names of the employers among the facets' values that the engine did not name itself. */
async function employerNames({ employers }: SearchJobsContext, { found, query }: Found): Promise<ReadonlyMap<string, string>> {
  const counted = found.answer.facets.employer ?? [];
  const named = new Map(counted.flatMap(({ value, label }) => (label === undefined ? [] : [[value, label] as const])));
  const unnamed = [...counted.map(({ value }) => value), ...query.employer].filter((slug) => !named.has(slug));
  return unnamed.length === 0 ? named : new Map([...named, ...(await employers.names([...new Set(unnamed)]))]);
}

type Outcome = Omit<SearchView, 'jobs' | 'facets' | 'place' | 'query'>;

function outcome({ answer, engine, degraded }: Answered, { query }: SearchPlan): Outcome {
  const sort = decideSort(query);
  return {
    total: answer.total,
    about: answer.about,
    page: query.page,
    pages: Math.min(LAST_PAGE, Math.ceil(answer.total / PAGE_SIZE)),
    didYouMean: answer.corrected,
    engine,
    degraded,
    sort,
    sortCurrency: sort === 'salary' ? answer.sortCurrency : null,
    withoutPay: answer.withoutPay,
    currencies: answer.currencies,
  };
}

function presentPlace(
  resolved: ResolvedPlace | null,
  { plan, language }: { readonly plan: SearchPlan; readonly language: string },
): SearchView['place'] {
  if (resolved === null) return null;
  return {
    ...placeChoice(resolved.place, language),
    radiusKm: plan.area?.kind === 'circle' ? plan.area.radiusKm : null,
    others: resolved.others.map((other) => placeChoice(other, language)),
  };
}
