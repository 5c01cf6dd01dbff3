import { type Counted, type Counting, facetCounts, totalCounts } from '#search/embedded/count-statements.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import type { PlanMatch } from '#search/embedded/plan-match.ts';
import { type CountAnswers, NOTHING, type Scaled, scaleCounts, type ValueCount } from '#search/embedded/scale-counts.ts';
import { REMOTE_ANYWHERE, REMOTE_AT_ALL } from '#search/embedded/tokens.ts';
import { type EngineAnswer, FACET_NAMES, type FacetCount, type FacetName, type SearchPlan } from '#search/engine.ts';
import { postedSince } from '#search/posted-since.ts';
import { salaryFacet } from '#search/salary-facet.ts';
import { POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';

/** One counting of matches: of all that is asked for, or of all but one facet's own filter. */
export interface CountPass {
  readonly facets: readonly FacetName[];
  readonly counting: Counting;
  /** No row has to be looked at to know whether it matches. */
  readonly decided: boolean;
}

/** The first pass is of everything asked for: it also tells the total. */
export function countPasses({ now, facets: wanted = true }: SearchPlan, match: PlanMatch): readonly [CountPass, ...CountPass[]] {
  const posted = POSTED_WITHIN.map((value) => firstDocid(postedSince(value, now)));
  const free = wanted ? FACET_NAMES.filter((facet) => !match.filtered.includes(facet)) : [];
  const filtered = match.filtered.filter((facet) => wanted || facet === 'salary');
  return [
    pass(match.whole ? null : match.all, { facets: free, posted }),
    ...filtered.map((facet) => pass(match.without(facet), { facets: [facet], posted })),
  ];
}

function pass(match: PlanMatch['all'] | null, counted: Counted): CountPass {
  if (match === null) return { facets: counted.facets, counting: totalCounts(counted), decided: true };
  return { facets: counted.facets, counting: facetCounts(match, counted), decided: match.residual === null };
}

type Answered = Pick<EngineAnswer, 'total' | 'about' | 'facets' | 'withoutPay' | 'currencies'>;

/** What all passes together say, estimates scaled up. */
export function readCounts({
  plan,
  passes,
  ...answered
}: Omit<CountAnswers, 'passes'> & { plan: SearchPlan; passes: readonly CountPass[] }): Answered {
  const scaled = scaleCounts({ passes, ...answered });
  const facets: Partial<Record<FacetName, readonly FacetCount[]>> = {};
  passes.forEach((pass, index) => {
    for (const facet of pass.facets) facets[facet] = readFacet(facet, { counts: scaled[index] ?? NOTHING, plan });
  });
  const wanted = plan.facets ?? true;
  const paid = scaled[passes.findIndex((pass) => pass.facets.includes('salary'))] ?? NOTHING;
  const pay = paid.values('salary');
  return {
    total: scaled[0]?.total ?? 0,
    about: (scaled[0]?.aboutTotal ?? false) || (wanted && scaled.some(({ about }) => about)),
    facets: wanted ? facets : {},
    withoutPay: plan.query.salary === null ? 0 : Math.max(0, paid.total - sum(pay)),
    currencies: currenciesOf(pay),
  };
}

function readFacet(facet: FacetName, { counts, plan }: { counts: Scaled; plan: SearchPlan }): readonly FacetCount[] {
  if (facet === 'posted') return POSTED_WITHIN.map((value, index) => ({ value, count: counts.posted[index] ?? 0 }));
  if (facet === 'employer') return counts.employers;
  const own = counts.values(facet);
  if (facet === 'salary') return salaryFacet(own, plan.query.salary);
  if (facet === 'remote') return remoteFacet(own, plan.query.remote);
  return byCount(own);
}

function byCount(rows: readonly ValueCount[]): readonly FacetCount[] {
  return rows
    .map(({ value, n }) => ({ value, count: n }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

/** All remote ads, and those open to the applicant's country where one is named. */
function remoteFacet(rows: readonly ValueCount[], asked: true | string | null): readonly FacetCount[] {
  const countOf = (...values: string[]): number => sum(rows.filter(({ value }) => values.includes(value)));
  const all = { value: '1', count: countOf(REMOTE_AT_ALL) };
  if (all.count === 0) return [];
  return asked === null || asked === true ? [all] : [all, { value: asked, count: countOf(asked, REMOTE_ANYWHERE) }];
}

/** The most frequent first. */
function currenciesOf(pay: readonly ValueCount[]): readonly string[] {
  const byCurrency = Map.groupBy(pay, ({ value }) => value.slice(0, 3));
  return byCount([...byCurrency].map(([value, rows]) => ({ value, n: sum(rows) }))).map(({ value }) => value);
}

function sum(rows: readonly ValueCount[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}
