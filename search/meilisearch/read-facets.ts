import { REMOTE_ANYWHERE, REMOTE_AT_ALL } from '#search/embedded/tokens.ts';
import type { EngineAnswer, FacetCount, FacetName, SearchPlan } from '#search/engine.ts';
import { NO_PAY } from '#search/meilisearch/document.ts';
import type { Found } from '#search/meilisearch/read-answers.ts';
import { salaryFacet } from '#search/salary-facet.ts';
import { POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';

/** Attributes by facet; posted is counted by searches of its own. */
export const ATTRIBUTES = {
  category: 'category',
  type: 'types',
  employer: 'employerNamed',
  language: 'language',
  country: 'countries',
  remote: 'remote',
  salary: 'salary',
  kind: 'kind',
} as const satisfies Partial<Record<FacetName, string>>;
export type CountedFacet = keyof typeof ATTRIBUTES;

export type Distribution = Readonly<Partial<Record<CountedFacet, Readonly<Record<string, number>>>>>;

type Counts = Readonly<Record<string, number>>;
const EMPLOYERS_SHOWN = 20;

export function facetsIn(distribution: Distribution, plan: SearchPlan): EngineAnswer['facets'] {
  return {
    category: byCount(distribution.category),
    type: byCount(distribution.type),
    employer: byCount(distribution.employer).slice(0, EMPLOYERS_SHOWN).map(withLabel),
    language: byCount(distribution.language),
    country: byCount(distribution.country),
    remote: remoteFacet(distribution.remote ?? {}, plan.query.remote),
    salary: salaryFacet(paid(distribution.salary), plan.query.salary),
    kind: byCount(distribution.kind),
  };
}

export function postedCounts(found: readonly Found[]): readonly FacetCount[] {
  return POSTED_WITHIN.map((value, index) => ({ value, count: found[index]?.total ?? 0 }));
}

/** Most frequent first. */
export function currenciesIn(salary: Counts | undefined): readonly string[] {
  const counts: Record<string, number> = {};
  for (const { value, n } of paid(salary)) counts[value.slice(0, 3)] = (counts[value.slice(0, 3)] ?? 0) + n;
  return byCount(counts).map(({ value }) => value);
}

function paid(salary: Counts = {}): readonly { value: string; n: number }[] {
  return Object.entries(salary)
    .filter(([value]) => value !== NO_PAY)
    .map(([value, n]) => ({ value, n }));
}

function byCount(counts: Counts = {}): readonly FacetCount[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

/** `mercy-hospital Mercy Hospital` is the slug and the name. */
function withLabel({ value, count }: FacetCount): FacetCount {
  const blank = value.indexOf(' ');
  return { value: value.slice(0, blank), label: value.slice(blank + 1), count };
}

function remoteFacet(counts: Counts, asked: true | string | null): readonly FacetCount[] {
  const all = counts[REMOTE_AT_ALL] ?? 0;
  if (all === 0) return [];
  const one = { value: '1', count: all };
  return asked === null || asked === true ? [one] : [one, { value: asked, count: (counts[asked] ?? 0) + (counts[REMOTE_ANYWHERE] ?? 0) }];
}
