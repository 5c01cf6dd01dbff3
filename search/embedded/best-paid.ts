import { type SQL, sql } from 'drizzle-orm';
import { NONE } from '#search/embedded/match.ts';
import { CHOSEN, FEW, MOST_EXACT } from '#search/embedded/matched.ts';
import { given, int, type Match, matching, type Page, residual, since } from '#search/embedded/statements.ts';
import { facetToken } from '#search/embedded/tokens.ts';
import { TOTAL_OF } from '#search/embedded/values.ts';

/** By pay in the currency of `u`, the highest first; the others follow, newest first. After `matched`. Of very many, only those that reach a step are put in order, where the step leaves enough of them. */
export function bestPaidHits(match: Match, { limit, offset }: Page): SQL {
  const many = sql`${FEW} > ${int(MOST_EXACT)}`;
  const wanted = given(limit + offset);
  const enough = sql`(select count(*) from (select 1 from ${matching(match, reaching(sql`step`))} limit ${wanted})) = ${wanted}`;
  return sql`
    with v(step) as materialized (select case when ${many} then (select step from (${stepsPaid}) where ${enough} limit 1) end),
    o(docid) as (
      select docid from f where not (${many})
      union all
      select rowid from jobs_fts where jobs_fts match (case when ${many} then ${reaching(sql`(select step from v)`)} else ${NONE} end)${since(match, 'rowid')})
    select docid, row_number() over () as score from (
      select s.docid from o cross join job_search as s on s.docid = o.docid where true${residual(match)}
      order by case when s.currency = ${CURRENCY} then s.pay end desc nulls last, s.docid desc limit ${int(limit)} offset ${given(offset)})`;
}

const CURRENCY = sql`(select currency from u)`;

/** Steps that ads reach in the currency, the highest first. */
const stepsPaid = sql`
  select cast(substr(v.value, 5) as integer) as step from search_values as v cross join search_totals as t on t.counted = ${int(TOTAL_OF.value)} and t.id = v.id
  where v.facet = 'salary' and substr(v.value, 1, 3) = ${CURRENCY} and t.total > 0 order by 1 desc`;

/** The expression, narrowed to what reaches a step in the currency; as it is where there is no step. */
function reaching(step: SQL): SQL {
  const [currency, pay] = [facetToken('currency', ''), facetToken('pay', '')];
  return sql`'(' || ${CHOSEN} || ')' || coalesce(${` AND "${currency}`} || lower(${CURRENCY}) || ${`" AND "${pay}`} || ${step} || '"', '')`;
}

/** The same of everything, along the index. */
export function bestPaidOfAll({ limit, offset }: Page): SQL {
  const compared = sql`(select count(*) from job_search where currency = ${CURRENCY} and pay is not null)`;
  return sql`
    select docid, row_number() over () as score from (
      select * from (
        select docid from job_search indexed by job_search_pay where currency = ${CURRENCY} and pay is not null
        order by pay desc, docid desc limit ${int(limit)} offset ${given(offset)})
      union all
      select * from (
        select docid from job_search where currency is not ${CURRENCY}
        order by docid desc limit max(0, ${int(limit)} - max(0, ${compared} - ${given(offset)})) offset max(0, ${given(offset)} - ${compared})))`;
}

/** The currency that most ads name; no row where none does. */
export const commonestOfAll = sql`
  select substr(v.value, 1, 3) as currency from search_totals as t cross join search_values as v on v.id = t.id
  where t.counted = ${int(TOTAL_OF.value)} and v.facet = 'salary' group by 1 order by sum(t.total) desc, 1 limit 1`;

/** The newest of the matches tell what most of them are paid in. */
const ADS_FOR_CURRENCY = 2000;

/** The same of the matches. After `matched`. */
export function commonestCurrency(match: Match): SQL {
  const newest = sql`
    select s.currency from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
    where jobs_fts match ${CHOSEN}${since(match, 'jobs_fts.rowid')}${residual(match)} and s.currency is not null
    order by jobs_fts.rowid desc limit ${int(ADS_FOR_CURRENCY)}`;
  return sql`select currency from (${newest}) group by 1 order by count(*) desc, 1 limit 1`;
}
