import { type SQL, sql } from 'drizzle-orm';
import { hourOf } from '#search/embedded/docids.ts';
import { NONE, sampleMatchSql } from '#search/embedded/match.ts';
import { CHOSEN, int, type Match, MOST_EXACT, residual, since } from '#search/embedded/statements.ts';
import { isValued, TOTAL_OF } from '#search/embedded/values.ts';
import type { FacetName } from '#search/engine.ts';

const EMPLOYERS_SHOWN = 20;

/** One counting, as few rows and short texts: many rows cost more to send than to count. */
export interface CountRow {
  /** Matches of the expression and the time, whatever the rows themselves say: exact. */
  readonly matches: number;
  /** Matches looked at, in the sample where there are very many. */
  readonly looked: number | null;
  /** The letters of all values of what was looked at, in any order. */
  readonly letters: string | null;
  /** Or, of everything: JSON array of [number of a value, count]. */
  readonly totals: string | null;
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
    m as materialized (${gathered(match, counted)})
    select (select n from c) as matches, (select sum(n) from m) as looked, (select group_concat(letters, '') from m) as letters, null as totals,
      ${postedOfMatches(counted)} as posted, ${employers(counted.facets, topOfMatches)} as employers`;
}

function countOf(match: Match, expression: SQL): SQL {
  return sql`select count(*) from jobs_fts where jobs_fts match ${expression}${since(match, 'rowid')}`;
}

function sampleCase(sample: number): SQL {
  const [above, most] = [MOST_FOR_SAMPLE[sample - 1] ?? 0, MOST_FOR_SAMPLE[sample] ?? 0];
  return sql`(select n from c) > ${int(above)} and (select n from c) <= ${int(most)}`;
}

/** What was matched, in one reading of the rows: by employer where employers are counted, else all in one row. */
function gathered(match: Match, { facets, posted }: Counted): SQL {
  const byEmployer = facets.includes('employer');
  const since = (facets.includes('posted') ? posted : []).map(
    (docid, index) => sql`, coalesce(sum(s.docid >= ${int(docid)}), 0) as ${sql.raw(postedColumn(index))}`,
  );
  return sql`
    select ${byEmployer ? sql`s.employer_seq` : sql`0`} as employer_seq, count(*) as n,
      ${facets.some(isValued) ? sql`group_concat(s.facets, '')` : sql`null`} as letters${sql.join(since, sql``)}
    from d cross join job_search as s on s.docid = d.docid where true${residual(match)}${byEmployer ? sql` group by 1` : sql``}`;
}

function postedColumn(index: number): string {
  return `posted_${index}`;
}

function postedOfMatches({ facets, posted }: Counted): SQL {
  if (!facets.includes('posted')) return sql`null`;
  const sums = posted.map((_, index) => sql`coalesce(sum(${sql.raw(postedColumn(index))}), 0)`);
  return sql`(select ${sql.join(sums, sql` || ',' || `)} from m)`;
}

function employers(facets: readonly FacetName[], top: SQL): SQL {
  if (!facets.includes('employer')) return sql`null`;
  return sql`(select json_group_array(json_array(e.slug, e.name, g.n)) from (${top} limit ${int(EMPLOYERS_SHOWN)}) as g cross join employers as e on e.seq = g.id)`;
}

const topOfMatches = sql`select employer_seq as id, n from m order by 2 desc, 1`;
const topOfAll = sql`select id, total as n from search_totals where counted = ${int(TOTAL_OF.employer)} and total > 0 order by 2 desc, 1`;

/** The same for everything, from the totals. */
export function totalCounts({ facets, posted }: Counted): SQL {
  const sums = posted.map(
    (docid) =>
      sql`(select coalesce(sum(total), 0) from search_totals where counted = ${int(TOTAL_OF.hour)} and id >= ${int(hourOf(docid))})`,
  );
  const all = sql`(select coalesce(sum(total), 0) from search_totals where counted = ${int(TOTAL_OF.all)})`;
  const values = sql`(select json_group_array(json_array(id, total)) from search_totals where counted = ${int(TOTAL_OF.value)} and total > 0)`;
  return sql`
    select ${all} as matches, ${all} as looked, null as letters, ${facets.some(isValued) ? values : sql`null`} as totals,
      ${facets.includes('posted') ? sql.join(sums, sql` || ',' || `) : sql`null`} as posted,
      ${employers(facets, topOfAll)} as employers`;
}

/** All numbered values, as one JSON array of [number, facet, value]. */
export const numberedValues = sql`select json_group_array(json_array(id, facet, value)) as names from search_values`;
