import type { SQL } from 'drizzle-orm';
import { firstDocid } from '#search/embedded/packed.ts';
import type { PlanMatch } from '#search/embedded/plan-match.ts';
import { type CountRow, facetCounts, MOST_EXACT, type Posted, totalCounts } from '#search/embedded/statements.ts';
import { REMOTE_ANYWHERE } from '#search/embedded/tokens.ts';
import { type EngineAnswer, FACET_NAMES, type FacetCount, type FacetName, type SearchPlan } from '#search/engine.ts';
import { postedSince } from '#search/posted-since.ts';
import { salaryFacet } from '#search/salary-facet.ts';
import { POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';

/** One counting of matches: of all that is asked for, or of all but one facet's own filter. */
export interface CountPass {
  readonly facets: readonly FacetName[];
  readonly statement: SQL;
}

/** The first pass is of everything asked for: it also tells the total. */
export function countPasses({ now, facets: wanted = true }: SearchPlan, match: PlanMatch): readonly [CountPass, ...CountPass[]] {
  const posted = POSTED_WITHIN.map((value) => ({ value, since: firstDocid(postedSince(value, now)) }));
  const free = wanted ? FACET_NAMES.filter((facet) => !match.filtered.includes(facet)) : [];
  const filtered = match.filtered.filter((facet) => wanted || facet === 'salary');
  return [
    pass(match.whole ? null : match.all, { facets: free, posted }),
    ...filtered.map((facet) => pass(match.without(facet), { facets: [facet], posted })),
  ];
}

function pass(match: PlanMatch['all'] | null, counted: { facets: readonly FacetName[]; posted: readonly Posted[] }): CountPass {
  return { facets: counted.facets, statement: match === null ? totalCounts(counted) : facetCounts(match, counted) };
}

type Counted = Pick<EngineAnswer, 'total' | 'about' | 'facets' | 'withoutPay' | 'currencies'>;

/** What all passes together say, estimates scaled up. */
export function readCounts({
  plan,
  passes,
  counts,
}: {
  plan: SearchPlan;
  passes: readonly CountPass[];
  counts: readonly (readonly CountRow[])[];
}): Counted {
  const scaled = counts.map(scale);
  const facets: Partial<Record<FacetName, readonly FacetCount[]>> = {};
  passes.forEach((pass, index) => {
    for (const facet of pass.facets) facets[facet] = readFacet(facet, { rows: scaled[index]?.rows ?? [], plan });
  });
  const pay = scaled.flatMap(({ rows }) => rows.filter((row) => row.facet === 'salary'));
  const wanted = plan.facets ?? true;
  return {
    total: scaled[0]?.total ?? 0,
    about: scaled.some(({ about }, index) => about && (index > 0 || wanted || plan.area?.kind === 'circle')),
    facets: wanted ? facets : {},
    withoutPay: plan.query.salary === null ? 0 : sum(pay.filter((row) => row.value === '')),
    currencies: currenciesOf(pay),
  };
}

interface Scaled {
  readonly rows: readonly CountRow[];
  readonly total: number;
  readonly about: boolean;
}

/** `count` is exact for what the expression says; of the rest, the sample tells the share. */
function scale(rows: readonly CountRow[]): Scaled {
  const count = sum(rows.filter((row) => row.facet === 'count'));
  const sample = rows.find((row) => row.facet === 'sample');
  if (sample === undefined || count <= MOST_EXACT) return { rows, total: sample?.n ?? count, about: false };
  return { rows, total: count, about: true };
}

function readFacet(facet: FacetName, { rows, plan }: { rows: readonly CountRow[]; plan: SearchPlan }): readonly FacetCount[] {
  const own = rows.filter((row) => row.facet === facet && row.value !== '' && row.n > 0);
  if (facet === 'posted')
    return POSTED_WITHIN.map((value) => ({ value, count: sum(rows.filter((row) => row.facet === `posted:${value}`)) }));
  if (facet === 'salary') return salaryFacet(own, plan.query.salary);
  if (facet === 'remote') return remoteFacet(own, plan.query.remote);
  if (facet === 'employer') return own.map(({ value, label, n }) => ({ value, count: n, ...(label === null ? {} : { label }) }));
  return byCount(split(own));
}

/** Takes rows of several values apart: an ad counts under each. */
function split(rows: readonly CountRow[]): ReadonlyMap<string, number> {
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
function remoteFacet(rows: readonly CountRow[], asked: true | string | null): readonly FacetCount[] {
  const all = sum(rows);
  if (all === 0) return [];
  if (asked === null || asked === true) return [{ value: '1', count: all }];
  const open = rows.filter(({ value }) => value.split(',').some((country) => country === asked || country === REMOTE_ANYWHERE));
  return [
    { value: '1', count: all },
    { value: asked, count: sum(open) },
  ];
}

function currenciesOf(pay: readonly CountRow[]): readonly string[] {
  const named = pay.filter(({ value, n }) => value !== '' && n > 0).map((row) => ({ ...row, value: row.value.slice(0, 3) }));
  return byCount(split(named)).map(({ value }) => value);
}

function sum(rows: readonly CountRow[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}
