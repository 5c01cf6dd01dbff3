import { type SQL, sql } from 'drizzle-orm';
import { NONE, sampleMatchSql } from '#search/embedded/match.ts';
import { int, type Match, since } from '#search/embedded/statements.ts';

/** Above this many matches, words as typed are taken as complete and counts come from a sample. */
export const MOST_EXACT = 20_000;

/** Which sample to look at for so many matches: the smallest that leaves a few thousand. */
export function sampling(matches: number): number {
  return MOST_FOR_SAMPLE.findIndex((most) => matches <= most);
}

/** A first glance at a small sample: so many in it are more than MOST_EXACT in all, by a margin of five deviations. */
const GLANCE = 2;
const GLANCE_TELLS = 230;

const MOST_FOR_SAMPLE = [MOST_EXACT, 80_000, 640_000, Number.MAX_SAFE_INTEGER];

/** The expression that is searched with, where `matched` stands before. */
export const CHOSEN = sql`(select x from e)`;
/** How many match, up to MOST_EXACT; one more for all above. */
export const FEW = sql`(select n from k)`;

/**
 * The matches, read once for hits and counts, as CTEs: `f` all of them up to MOST_EXACT; `k` how many those are; `e` the expression to
 * search with; `c` how many match in all; `d` those to count, all or of more a sample.
 */
export function matched(match: Match): SQL {
  const most = int(MOST_EXACT);
  const cases = [1, 2, 3].map((sample) => sql`when ${sampleCase(sample)} then ${sampleMatchSql(CHOSEN, sample)}`);
  return sql`
    g(many) as materialized (select (${countOf(match, sampleMatchSql(sql`${match.complete}`, GLANCE))}) > ${int(GLANCE_TELLS)}),
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
      union all select rowid from jobs_fts where jobs_fts match (case ${sql.join(cases, sql` `)} else ${NONE} end)${since(match, 'rowid')})`;
}

function countOf(match: Match, expression: SQL): SQL {
  return sql`select count(*) from jobs_fts where jobs_fts match ${expression}${since(match, 'rowid')}`;
}

function sampleCase(sample: number): SQL {
  const [above, most] = [MOST_FOR_SAMPLE[sample - 1] ?? 0, MOST_FOR_SAMPLE[sample] ?? 0];
  return sql`(select n from c) > ${int(above)} and (select n from c) <= ${int(most)}`;
}
