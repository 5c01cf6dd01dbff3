import { type SQL, sql } from 'drizzle-orm';
import { NONE, sampleMatchSql } from '#search/embedded/match.ts';
import { PACKED, type PackedFacet, TOTAL_OF } from '#search/embedded/packed.ts';
import { CHOSEN, int, type Match, MOST_EXACT, residual, since } from '#search/embedded/statements.ts';
import type { FacetName } from '#search/engine.ts';

const EMPLOYERS_SHOWN = 20;

/** One counting, as few rows and short texts: many rows cost more to send than to count. */
export interface CountRow {
  /** Matches of the expression and the time, whatever the rows themselves say: exact. */
  readonly matches: number;
  /** Matches looked at, in the sample where there are very many. */
  readonly looked: number;
  /** `packed:count` joined by commas, of what was looked at. */
  readonly packs: string | null;
  /** Counts of the values of posted, joined by commas. */
  readonly posted: string | null;
  /** JSON array of [slug, name, count]. */
  readonly employers: string | null;
}

/** Which sample to look at for so many matches: the smallest that leaves a few thousand. */
export function sampling(matches: number): number {
  return MOST_FOR_SAMPLE.findIndex((most) => matches <= most);
}

/** A first glance at a small sample: so many in it are more than MOST_EXACT in all, by a margin of five deviations. */
const GLANCE = 2;
const GLANCE_TELLS = 230;

const MOST_FOR_SAMPLE = [MOST_EXACT, 80_000, 640_000, Number.MAX_SAFE_INTEGER];

export interface Counted {
  readonly facets: readonly FacetName[];
  /** Row ids from which each value of posted counts. */
  readonly posted: readonly number[];
}

/** Counts matches by facet. Few enough are read once and looked at one by one; of more, a sample is. */
export function facetCounts(match: Match, counted: Counted): SQL {
  const most = int(MOST_EXACT);
  const cases = [1, 2, 3].map((sample) => sql`when ${sampleCase(sample)} then ${sampleMatchSql(CHOSEN, sample)}`);
  return sql`
    with g(many) as materialized (select (${countOf(match, sampleMatchSql(sql`${match.complete}`, GLANCE))}) > ${int(GLANCE_TELLS)}),
    f(docid) as materialized (
      select rowid from jobs_fts where jobs_fts match (case when (select many from g) then ${NONE} else ${match.expression} end)${since(match, 'rowid')}
      limit ${int(MOST_EXACT + 1)}),
    k(n) as materialized (select case when (select many from g) then ${int(MOST_EXACT + 1)} else (select count(*) from f) end),
    a(n) as materialized (select case when k.n <= ${most} then 0 else (${countOf(match, sql`${match.complete}`)}) end from k),
    e(x) as materialized (select case when a.n > ${most} then ${match.complete} else ${match.expression} end from a),
    c(n) as materialized (
      select case when k.n <= ${most} then k.n when a.n > ${most} then a.n else (${countOf(match, sql`${match.expression}`)}) end from k cross join a),
    d(docid) as (
      select docid from f where (select n from k) <= ${most}
      union all select rowid from jobs_fts where jobs_fts match (case ${sql.join(cases, sql` `)} else ${NONE} end)${since(match, 'rowid')}),
    m as materialized (
      select s.packed, s.employer_seq, s.docid from d cross join job_search as s on s.docid = d.docid where true${residual(match)})
    select (select n from c) as matches, (select count(*) from m) as looked, ${packs(counted.facets)} as packs,
      ${postedCounts(counted)} as posted, ${employers(counted.facets, topOfMatches)} as employers`;
}

function countOf(match: Match, expression: SQL): SQL {
  return sql`select count(*) from jobs_fts where jobs_fts match ${expression}${since(match, 'rowid')}`;
}

function sampleCase(sample: number): SQL {
  const [above, most] = [MOST_FOR_SAMPLE[sample - 1] ?? 0, MOST_FOR_SAMPLE[sample] ?? 0];
  return sql`(select n from c) > ${int(above)} and (select n from c) <= ${int(most)}`;
}

/** Grouped by nothing but what these facets need. */
function packs(facets: readonly FacetName[]): SQL {
  const wanted = facets.filter(isPacked);
  if (wanted.length === 0) return sql`null`;
  const mask = wanted.reduce((sum, facet) => sum + (2 ** PACKED[facet].bits - 1) * 2 ** PACKED[facet].shift, 0);
  return sql`(select group_concat(g || ':' || n) from (select packed & ${int(mask)} as g, count(*) as n from m group by 1))`;
}

function postedCounts({ facets, posted }: Counted): SQL {
  if (!facets.includes('posted')) return sql`null`;
  const sums = posted.map((docid) => sql`coalesce(sum(docid >= ${int(docid)}), 0)`);
  return sql`(select ${sql.join(sums, sql` || ',' || `)} from m)`;
}

function employers(facets: readonly FacetName[], top: SQL): SQL {
  if (!facets.includes('employer')) return sql`null`;
  return sql`(select json_group_array(json_array(e.slug, e.name, g.n)) from (${top} limit ${int(EMPLOYERS_SHOWN)}) as g cross join employers as e on e.seq = g.id)`;
}

const topOfMatches = sql`select employer_seq as id, count(*) as n from m group by 1 order by 2 desc, 1`;
const topOfAll = sql`select id, total as n from search_totals where facet = ${int(TOTAL_OF.employer)} and total > 0 order by 2 desc, 1`;

/** The same for everything, from the totals: each value stands alone in its packed number. */
export function totalCounts({ facets, posted }: Counted): SQL {
  const wanted = facets
    .filter(isPacked)
    .map(
      (facet) =>
        sql`select id * ${int(2 ** PACKED[facet].shift)} as g, total as n from search_totals where facet = ${int(PACKED[facet].total)}`,
    );
  const sums = posted.map(
    (docid) => sql`(select coalesce(sum(total), 0) from search_totals where facet = ${int(TOTAL_OF.hour)} and id >= ${int(hourOf(docid))})`,
  );
  const all = sql`(select coalesce(sum(total), 0) from search_totals where facet = ${int(TOTAL_OF.all)})`;
  return sql`
    select ${all} as matches, ${all} as looked,
      ${wanted.length === 0 ? sql`null` : sql`(select group_concat(g || ':' || n) from (${sql.join(wanted, sql` union all `)}) where n > 0)`} as packs,
      ${facets.includes('posted') ? sql.join(sums, sql` || ',' || `) : sql`null`} as posted,
      ${employers(facets, topOfAll)} as employers`;
}

function hourOf(docid: number): number {
  return Math.floor(docid / 2 ** 22 / 60);
}

export function isPacked(facet: FacetName): facet is PackedFacet & FacetName {
  return facet in PACKED;
}

/** All numbered values, as one JSON object of `facet:id`. */
export const valueNames = sql`select coalesce(json_group_object(facet || ':' || id, value), '{}') as names from search_values`;
