import { type SQL, sql } from 'drizzle-orm';
import { hourOf } from '#search/embedded/docids.ts';
import { matched } from '#search/embedded/matched.ts';
import { given, int, type Match, residual } from '#search/embedded/statements.ts';
import { FIRST_FACET, isValued, TOTAL_OF } from '#search/embedded/values.ts';
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

export interface Counted {
  readonly facets: readonly FacetName[];
  /** Row ids from which each value of posted counts. */
  readonly posted: readonly number[];
}

/** A counting in parts, so that hits can be read beside it: CTEs, and the columns of a CountRow. */
export interface Counting {
  readonly ctes: readonly SQL[];
  readonly columns: Readonly<Record<keyof CountRow, SQL>>;
}

/** Counts matches by facet. Few enough are read once and looked at one by one; of more, a sample is. */
export function facetCounts(match: Match, counted: Counted): Counting {
  return {
    ctes: [matched(match), sql`m as materialized (${gathered(match, counted)})`],
    columns: {
      matches: sql`(select n from c)`,
      looked: sql`(select sum(n) from m)`,
      letters: sql`(select group_concat(letters, '') from m)`,
      totals: sql`null`,
      posted: postedOfMatches(counted),
      employers: employers(counted.facets, topOfMatches),
    },
  };
}

export function countStatement({ ctes, columns }: Counting): SQL {
  const named = Object.entries(columns).map(([name, value]) => sql`${value} as ${sql.raw(name)}`);
  return sql`${ctes.length === 0 ? sql`` : sql`with ${sql.join([...ctes], sql`, `)}`} select ${sql.join(named, sql`, `)}`;
}

/** What was matched, in one reading of the rows: by employer where employers are counted, else all in one row. What row ids alone tell needs no rows. */
function gathered(match: Match, { facets, posted }: Counted): SQL {
  const byEmployer = facets.includes('employer');
  const since = (facets.includes('posted') ? posted : []).map(
    (docid, index) => sql`, coalesce(sum(d.docid >= ${given(docid)}), 0) as ${sql.raw(postedColumn(index))}`,
  );
  const needsRows = byEmployer || facets.some(isValued) || match.residual !== null;
  const rows = needsRows ? sql`d cross join job_search as s on s.docid = d.docid` : sql`d`;
  return sql`
    select ${byEmployer ? sql`s.employer_seq` : sql`0`} as employer_seq, count(*) as n,
      ${lettersOfRows(facets)} as letters${sql.join(since, sql``)}
    from ${rows} where true${residual(match)}${byEmployer ? sql` group by 1` : sql``}`;
}

/** Every ad's first letter is its category: where nothing else is counted, the others stay where they are. */
function lettersOfRows(facets: readonly FacetName[]): SQL {
  const valued = facets.filter(isValued);
  if (valued.length === 0) return sql`null`;
  return valued.every((facet) => facet === FIRST_FACET) ? sql`group_concat(substr(s.facets, 1, 1), '')` : sql`group_concat(s.facets, '')`;
}

function postedColumn(index: number): string {
  return `posted_${index}`;
}

function postedOfMatches({ facets, posted }: Counted): SQL {
  if (!facets.includes('posted')) return sql`null`;
  const sums = posted.map((_, index) => sql`coalesce(sum(${sql.raw(postedColumn(index))}), 0)`);
  return sql`(select ${sql.join(sums, sql` || ',' || `)} from m)`;
}

/** A guest has one ad, and so stands among the last: whoever has no page is left out of those that are shown. */
function employers(facets: readonly FacetName[], top: SQL): SQL {
  if (!facets.includes('employer')) return sql`null`;
  return sql`(select json_group_array(json_array(e.slug, e.name, g.n)) from (${top} limit ${int(EMPLOYERS_SHOWN)}) as g
    cross join employers as e on e.seq = g.id and not e.unlisted)`;
}

const topOfMatches = sql`select employer_seq as id, n from m order by 2 desc, 1`;
const topOfAll = sql`select id, total as n from search_totals where counted = ${int(TOTAL_OF.employer)} and total > 0 order by 2 desc, 1`;

/** The same for everything, from the totals. */
export function totalCounts({ facets, posted }: Counted): Counting {
  const sums = posted.map(
    (docid) =>
      sql`(select coalesce(sum(total), 0) from search_totals where counted = ${int(TOTAL_OF.hour)} and id >= ${given(hourOf(docid))})`,
  );
  const all = sql`(select coalesce(sum(total), 0) from search_totals where counted = ${int(TOTAL_OF.all)})`;
  const values = sql`(select json_group_array(json_array(id, total)) from search_totals where counted = ${int(TOTAL_OF.value)} and total > 0)`;
  return {
    ctes: [],
    columns: {
      matches: all,
      looked: all,
      letters: sql`null`,
      totals: facets.some(isValued) ? values : sql`null`,
      posted: facets.includes('posted') ? sql.join(sums, sql` || ',' || `) : sql`null`,
      employers: employers(facets, topOfAll),
    },
  };
}

/** All numbered values, as one JSON array of [number, facet, value]. */
export const numberedValues = sql`select json_group_array(json_array(id, facet, value)) as names from search_values`;
