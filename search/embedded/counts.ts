import type { SQL } from 'drizzle-orm';
import { type Counted, facetCounts, totalCounts } from '#search/embedded/count-statements.ts';
import { firstDocid } from '#search/embedded/packed.ts';
import type { PlanMatch } from '#search/embedded/plan-match.ts';
import { type CountAnswers, NOTHING, type Scaled, scaleCounts, type ValueCount } from '#search/embedded/scale-counts.ts';
import { REMOTE_ANYWHERE } from '#search/embedded/tokens.ts';
import { type EngineAnswer, FACET_NAMES, type FacetCount, type FacetName, type SearchPlan } from '#search/engine.ts';
import { postedSince } from '#search/posted-since.ts';
import { salaryFacet } from '#search/salary-facet.ts';
import { POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';

/** One counting of matches: of all that is asked for, or of all but one facet's own filter. */
export interface CountPass {
  readonly facets: readonly FacetName[];
  readonly statement: SQL;
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
  if (match === null) return { facets: counted.facets, statement: totalCounts(counted), decided: true };
  return { facets: counted.facets, statement: facetCounts(match, counted), decided: match.residual === null };
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
  const pay = scaled[passes.findIndex((pass) => pass.facets.includes('salary'))]?.values('salary') ?? [];
  const wanted = plan.facets ?? true;
  return {
    total: scaled[0]?.total ?? 0,
    about: (scaled[0]?.aboutTotal ?? false) || (wanted && scaled.some(({ about }) => about)),
    facets: wanted ? facets : {},
    withoutPay: plan.query.salary === null ? 0 : sum(pay.filter((row) => row.value === '')),
    currencies: currenciesOf(pay),
  };
}

function readFacet(facet: FacetName, { counts, plan }: { counts: Scaled; plan: SearchPlan }): readonly FacetCount[] {
  if (facet === 'posted') return POSTED_WITHIN.map((value, index) => ({ value, count: counts.posted[index] ?? 0 }));
  if (facet === 'employer') return counts.employers;
  const own = counts.values(facet).filter((row) => row.value !== '' && row.n > 0);
  if (facet === 'salary') return salaryFacet(own, plan.query.salary);
  if (facet === 'remote') return remoteFacet(own, plan.query.remote);
  return byCount(split(own));
}

/** Takes rows of several values apart: an ad counts under each. */
function split(rows: readonly ValueCount[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value, n } of rows) for (const one of value.split(',')) counts.set(one, (counts.get(one) ?? 0) + n);
  return counts;
}

function byCount(counts: ReadonlyMap<string, number>): readonly FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

/** All remote ads, and those open to the applicant's country where one is named. */
function remoteFacet(rows: readonly ValueCount[], asked: true | string | null): readonly FacetCount[] {
  const all = sum(rows);
  if (all === 0) return [];
  if (asked === null || asked === true) return [{ value: '1', count: all }];
  const open = rows.filter(({ value }) => value.split(',').some((country) => country === asked || country === REMOTE_ANYWHERE));
  return [
    { value: '1', count: all },
    { value: asked, count: sum(open) },
  ];
}

function currenciesOf(pay: readonly ValueCount[]): readonly string[] {
  const named = pay.filter(({ value, n }) => value !== '' && n > 0).map((row) => ({ ...row, value: row.value.slice(0, 3) }));
  return byCount(split(named)).map(({ value }) => value);
}

function sum(rows: readonly ValueCount[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}
