import { type SQL, sql } from 'drizzle-orm';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { leastProduct, unitVector } from '#search/embedded/cells.ts';
import { NONE } from '#search/embedded/match.ts';
import { TOTAL_OF } from '#search/embedded/values.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** Above this many matches, words as typed are taken as complete and counts come from a sample. */
export const MOST_EXACT = 20_000;
/** Above this many matches of the words alone nothing is ranked, for weighing reads them all: ads with the words in the title come first, each kind newest first. */
export const MOST_RANKED = 8_000;

/** What to match, in the three ways the index can: by expression, by row id (posted since), and row by row. */
export interface Match {
  readonly expression: string;
  /** The same matches, with everything that weighs in their order. */
  readonly weighed: string;
  /** The words alone, without any filter. */
  readonly wording: string;
  /** The expression with the last word taken as complete: used where that alone has very many matches. */
  readonly complete: string;
  /** The expression with all words in the title. */
  readonly inTitle: string;
  readonly since: number | null;
  /** Conditions on `s` (job_search) that no token can say; null for none. */
  readonly residual: SQL | null;
}

export function simpleMatch(expression: string): Match {
  return { expression, weighed: expression, wording: expression, complete: expression, inTitle: NONE, since: null, residual: null };
}

/** An integer as SQL: numbers would arrive as floats, which full-text row ids do not take. */
export function int(value: number): SQL {
  return sql.raw(String(Math.trunc(value)));
}

export function since({ since: docid }: Match, column: string): SQL {
  return docid === null ? sql`` : sql` and ${sql.raw(column)} >= ${int(docid)}`;
}

export function residual({ residual: condition }: Match): SQL {
  return condition === null ? sql`` : sql` and ${condition}`;
}

/** Whether an expression has more matches than this; stops counting there. */
function more(match: Match, { expression, than }: { expression: SQL; than: number }): SQL {
  return sql`((select count(*) from (select 1 from jobs_fts where jobs_fts match ${expression}${since(match, 'rowid')} limit ${int(than + 1)})) > ${int(than)})`;
}

/** A CTE `e` with the expression to search with; `used`: SQL that says whether it will be used at all. */
export function chosenExpression(match: Match, used: SQL = sql`true`): SQL {
  if (match.complete === match.expression) return sql`e(x) as materialized (select ${match.expression})`;
  const many = more(match, { expression: sql`${match.complete}`, than: MOST_EXACT });
  return sql`e(x) as materialized (select case when ${used} then case when ${many} then ${match.complete} else ${match.expression} end else ${NONE} end)`;
}

export const CHOSEN = sql`(select x from e)`;

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Weights of title, title_stems, names, skills, body, stems, facets. */
const RELEVANCE = 'bm25(jobs_fts, 10, 5, 4, 4, 1, 0.5, 0)';
/** A month of age weighs as much as a little relevance: it only decides between ads about as good. */
const RECENCY = 0.25 / (43_200 * 2 ** 22);

/** By relevance where there are few enough to rank; else those with the words in the title, then the others, the newest first. */
export function relevantHits(match: Match, { limit, offset, newest }: Page & { newest: number }): SQL {
  const score = sql`${sql.raw(RELEVANCE)} + (${int(newest)} - jobs_fts.rowid) * ${sql.raw(String(RECENCY))}`;
  const few = sql`case when (select many from r) then ${NONE} else ${match.weighed} end`;
  const titled = sql`case when (select many from r) then ${match.inTitle} else ${NONE} end`;
  const others = sql`case when (select many from r) then ${CHOSEN} || ' NOT (' || ${match.inTitle} || ')' else ${NONE} end`;
  const titledHere = sql`case when (select n from t) > ${int(offset)} then ${match.inTitle} else ${NONE} end`;
  const before = sql`(select n from t)`;
  return sql`
    with r(many) as materialized (select ${more({ ...match, since: null }, { expression: sql`${match.wording}`, than: MOST_RANKED })}),
    ${chosenExpression(match, sql`(select many from r)`)},
    t(n) as materialized (select count(*) from ${fromMatches(match)} where jobs_fts match (${titled})${since(match, 'jobs_fts.rowid')}${residual(match)})
    select docid, score from (
      select jobs_fts.rowid as docid, ${score} as score from ${fromMatches(match)}
      where jobs_fts match (${few})${since(match, 'jobs_fts.rowid')}${residual(match)} order by score limit ${int(limit)} offset ${int(offset)})
    union all
    select docid, 0 from (${newestOf(match, { expression: titledHere, limit: int(limit), offset: int(offset) })})
    union all
    select docid, 1 from (${newestOf(match, {
      expression: others,
      limit: sql`max(0, ${int(limit)} - max(0, ${before} - ${int(offset)}))`,
      offset: sql`max(0, ${int(offset)} - ${before})`,
    })})`;
}

export function newestHits(match: Match, { limit, offset }: Page): SQL {
  return sql`
    with ${chosenExpression(match)}
    select docid, 0 as score from (${newestOf(match, { expression: CHOSEN, limit: int(limit), offset: int(offset) })})`;
}

function newestOf(match: Match, { expression, limit, offset }: { expression: SQL; limit: SQL; offset: SQL }): SQL {
  return sql`
    select jobs_fts.rowid as docid from ${fromMatches(match)}
    where jobs_fts match (${expression})${since(match, 'jobs_fts.rowid')}${residual(match)}
    order by jobs_fts.rowid desc limit ${limit} offset ${offset}`;
}

/** By pay in one currency, the highest first; the others follow, newest first. `currency` answers one row with one column of that name. */
export function bestPaidHits(match: Match, { limit, offset, currency }: Page & { currency: SQL }): SQL {
  return sql`
    select docid, row_number() over () as score from (
      select s.docid from (select (${currency}) as currency) as c cross join jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
      where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)}
      order by case when s.currency = c.currency then s.pay end desc nulls last, s.docid desc limit ${int(limit)} offset ${int(offset)})`;
}

/** The same of everything, along the index. */
export function bestPaidOfAll({ limit, offset, currency }: Page & { currency: SQL }): SQL {
  const compared = sql`(select count(*) from job_search where currency = (select currency from c) and pay is not null)`;
  return sql`
    select docid, row_number() over () as score from (
      with c(currency) as materialized (select (${currency}))
      select * from (
        select docid from job_search indexed by job_search_pay where currency = (select currency from c) and pay is not null
        order by pay desc, docid desc limit ${int(limit)} offset ${int(offset)})
      union all
      select * from (
        select docid from job_search where currency is not (select currency from c)
        order by docid desc limit max(0, ${int(limit)} - max(0, ${compared} - ${int(offset)})) offset max(0, ${int(offset)} - ${compared})))`;
}

/** The currency that most matches name; no row where none does. */
export function commonestCurrency(match: Match | null): SQL {
  if (match === null) {
    return sql`
      select substr(v.value, 1, 3) as currency from search_totals as t cross join search_values as v on v.id = t.id
      where t.counted = ${int(TOTAL_OF.value)} and v.facet = 'salary' group by 1 order by sum(t.total) desc, 1 limit 1`;
  }
  return sql`
    select currency from (
      select s.currency from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
      where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)} and s.currency is not null
      order by jobs_fts.rowid desc limit ${int(ADS_FOR_CURRENCY)})
    group by 1 order by count(*) desc, 1 limit 1`;
}

/** The newest of the matches tell what most of them are paid in. */
const ADS_FOR_CURRENCY = 2000;

/** By the nearest place of each ad. */
export function nearestHits(match: Match, { limit, offset, area }: Page & { area: Circle }): SQL {
  const nearest = sql`case when s.more_points = 0 then ${product(area, 's')} else (select max(${product(area, 'p')}) from job_points as p where p.docid = s.docid) end`;
  return sql`
    select jobs_fts.rowid as docid, 0 - (${nearest}) as score from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
    where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)}
    order by score, jobs_fts.rowid desc limit ${int(limit)} offset ${int(offset)}`;
}

/** Everything, the newest first: no match at all. */
export function newestOfAll({ limit, offset }: Page): SQL {
  return sql`select docid, 0 as score from job_search order by docid desc limit ${int(limit)} offset ${int(offset)}`;
}

function fromMatches({ residual: condition }: Match): SQL {
  return condition === null ? sql`jobs_fts` : sql`jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid`;
}

type Circle = Extract<Area, { kind: 'circle' }>;

/** One of the ad's places (in `s`) lies within the circle. */
export function withinCircle(area: Circle): SQL {
  const least = sql.raw(String(leastProduct(area.radiusKm)));
  return sql`(${product(area, 's')} >= ${least} or (s.more_points > 0 and exists (select 1 from job_points as p where p.docid = s.docid and ${product(area, 'p')} >= ${least})))`;
}

/** How near a point is to the middle of a circle: the greater, the nearer. */
export function product(area: Circle, point: 's' | 'p'): SQL {
  const [x, y, z] = unitVector(area);
  return sql.raw(`(${point}.x * (${x}) + ${point}.y * (${y}) + ${point}.z * (${z}))`);
}

/** The ads of these hits as the public sees them now, in the order of the hits. */
export function hydrated(hits: SQL, now: number): SQL {
  return sql`
    with h as materialized (${hits})
    select j.* from h cross join job_search as s on s.docid = h.docid cross join ${fromPublicJobs(now)} as j on j.seq = s.job_seq
    order by h.score, h.docid desc`;
}
