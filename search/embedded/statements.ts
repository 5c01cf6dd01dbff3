import { type SQL, sql } from 'drizzle-orm';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { leastProduct, unitVector } from '#search/embedded/cells.ts';
import { NONE, sampleMatch } from '#search/embedded/match.ts';
import { PACKED, type PackedFacet, TOTAL_OF, unpackSql } from '#search/embedded/packed.ts';
import type { FacetName } from '#search/engine.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** Above this many matches nothing is ranked and facets are counted in a sample: see the figures in docs/search.md. */
export const MOST_EXACT = 20_000;
const EMPLOYERS_SHOWN = 20;

/** What to match, in the three ways the index can: by expression, by row id (posted since), and row by row. */
export interface Match {
  readonly expression: string;
  readonly since: number | null;
  /** Conditions on `s` (job_search) that no token can say; null for none. */
  readonly residual: SQL | null;
}

/** An integer as SQL: numbers would arrive as floats, which full-text row ids do not take. */
function int(value: number): SQL {
  return sql.raw(String(Math.trunc(value)));
}

function since({ since: docid }: Match, column: string): SQL {
  return docid === null ? sql`` : sql` and ${sql.raw(column)} >= ${int(docid)}`;
}

function residual({ residual: condition }: Match): SQL {
  return condition === null ? sql`` : sql` and ${condition}`;
}

/** All matches of the expression within the time, whatever the residual says. */
export function countOf(match: Match): SQL {
  return sql`(select count(*) from jobs_fts where jobs_fts match ${match.expression}${since(match, 'rowid')})`;
}

/** Whether there are more matches than are ranked; stops counting there. */
function isMany(match: Match): SQL {
  return sql`(select count(*) from (select 1 from jobs_fts where jobs_fts match ${match.expression}${since(match, 'rowid')} limit ${int(MOST_EXACT + 1)})) > ${int(MOST_EXACT)}`;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Weights of title, title_stems, names, skills, body, stems, facets. */
const RELEVANCE = 'bm25(jobs_fts, 10, 5, 4, 4, 1, 0.5, 0)';
/** A month of age weighs as much as a little relevance: it only decides between ads about as good. */
const RECENCY = 0.25 / (43_200 * 2 ** 22);

/** Row ids by relevance where there are few enough to rank, else the newest. */
export function relevantHits(match: Match, { limit, offset, newest }: Page & { newest: number }): SQL {
  const gated = (few: boolean): SQL =>
    sql`(case when ${isMany(match)} then ${few ? NONE : match.expression} else ${few ? match.expression : NONE} end)`;
  return sql`
    select docid, score from (
      select jobs_fts.rowid as docid, ${sql.raw(RELEVANCE)} + (${int(newest)} - jobs_fts.rowid) * ${sql.raw(String(RECENCY))} as score
      from ${fromMatches(match)} where jobs_fts match ${gated(true)}${since(match, 'jobs_fts.rowid')}${residual(match)}
      order by score limit ${int(limit)} offset ${int(offset)})
    union all
    select docid, 0 from (
      select jobs_fts.rowid as docid from ${fromMatches(match)}
      where jobs_fts match ${gated(false)}${since(match, 'jobs_fts.rowid')}${residual(match)}
      order by jobs_fts.rowid desc limit ${int(limit)} offset ${int(offset)})`;
}

export function newestHits(match: Match, { limit, offset }: Page): SQL {
  return sql`
    select jobs_fts.rowid as docid, 0 as score from ${fromMatches(match)}
    where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)}
    order by jobs_fts.rowid desc limit ${int(limit)} offset ${int(offset)}`;
}

/** By pay in one currency, the highest first; the others follow, newest first. `currency` answers one row with one column of that name. */
export function bestPaidHits(match: Match, { limit, offset, currency }: Page & { currency: SQL }): SQL {
  return sql`
    select docid, row_number() over () as score from (
      select s.docid from (${currency}) as c cross join jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
      where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)}
      order by case when s.currency = c.currency then s.pay end desc nulls last, s.docid desc limit ${int(limit)} offset ${int(offset)})`;
}

/** The same of everything, along the index. */
export function bestPaidOfAll({ limit, offset, currency }: Page & { currency: SQL }): SQL {
  const compared = sql`(select count(*) from job_search where currency = (select currency from c) and pay is not null)`;
  return sql`
    select docid, row_number() over () as score from (
      with c as materialized (${currency})
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
      select substr(v.value, 1, 3) as currency from search_totals as t cross join search_values as v on v.facet = 'salary' and v.id = t.id
      where t.facet = ${int(PACKED.salary.total)} group by 1 order by sum(t.total) desc, 1 limit 1`;
  }
  return sql`
    select s.currency from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
    where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)} and s.currency is not null
    group by 1 order by count(*) desc, 1 limit 1`;
}

/** By the nearest place of each ad. */
export function nearestHits(match: Match, { limit, offset, area }: Page & { area: Circle }): SQL {
  return sql`
    select jobs_fts.rowid as docid, 0 - (select max(${product(area)}) from job_points as p where p.docid = jobs_fts.rowid) as score
    from ${fromMatches(match)}
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
  return sql`exists (select 1 from job_points as p where p.docid = s.docid and ${product(area)} >= ${sql.raw(String(leastProduct(area.radiusKm)))})`;
}

/** How near a point `p` is to the middle of a circle: the greater, the nearer. */
export function product(area: Circle): SQL {
  const [x, y, z] = unitVector(area);
  return sql.raw(`(p.x * (${x}) + p.y * (${y}) + p.z * (${z}))`);
}

/** The ads of these hits as the public sees them now, in the order of the hits. */
export function hydrated(hits: SQL, now: number): SQL {
  return sql`
    with h as materialized (${hits})
    select j.* from h cross join job_search as s on s.docid = h.docid cross join ${fromPublicJobs(now)} as j on j.seq = s.job_seq
    order by h.score, h.docid desc`;
}

/** One line of a count: `facet` also names `count` (all matches of the expression), `sample` (matches looked at) and `posted:…`. */
export interface CountRow {
  readonly facet: string;
  readonly value: string;
  readonly label: string | null;
  readonly n: number;
}

/** Counts matches by facet in one pass; above MOST_EXACT in the sample that is large enough, small enough. */
export function facetCounts(match: Match, { facets, posted }: { facets: readonly FacetName[]; posted: readonly Posted[] }): SQL {
  const packed = facets.filter((facet): facet is PackedFacet & FacetName => facet in PACKED);
  const arms = [
    sql`select 'count' as facet, '' as value, null as label, n from c`,
    sql`select 'sample', '', null, coalesce(sum(n), 0) from p`,
    ...packed.map(packedArm),
    ...(facets.includes('employer') ? [employerArm] : []),
    ...(facets.includes('posted') ? posted.map(postedArm) : []),
  ];
  return sql`
    with c(n) as materialized (select ${countOf(match)}),
    m as materialized (
      select s.packed, s.employer_seq, s.docid from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
      where jobs_fts match ${sampled(match)}${since(match, 'jobs_fts.rowid')}${residual(match)}),
    p as materialized (select packed, count(*) as n from m group by packed)
    ${sql.join(arms, sql` union all `)}`;
}

/** A value of the posted facet and the row id from which it counts. */
export interface Posted {
  readonly value: string;
  readonly since: number;
}

function sampled({ expression }: Match): SQL {
  const arms = [8 * 7_500, 64 * 7_500].map(
    (most, index) => sql`when (select n from c) <= ${int(most)} then ${sampleMatch(expression, index + 1)}`,
  );
  return sql`(case when (select n from c) <= ${int(MOST_EXACT)} then ${expression} ${sql.join(arms, sql` `)} else ${sampleMatch(expression, 3)} end)`;
}

function packedArm(facet: PackedFacet): SQL {
  const name = sql.raw(`'${facet}'`);
  return sql`
    select ${name}, coalesce((select value from search_values as v where v.facet = ${name} and v.id = g.id), ''), null, g.n
    from (select ${sql.raw(unpackSql(facet))} as id, sum(n) as n from p group by 1) as g`;
}

const employerArm = sql`
  select 'employer', e.slug, e.name, g.n
  from (select employer_seq, count(*) as n from m group by 1 order by 2 desc, 1 limit ${int(EMPLOYERS_SHOWN)}) as g
  cross join employers as e on e.seq = g.employer_seq`;

function postedArm({ value, since: docid }: Posted): SQL {
  return sql`select ${sql.raw(`'posted:${value}'`)}, '', null, count(*) from m where docid >= ${int(docid)}`;
}

/** The same lines for everything, from the totals. */
export function totalCounts({ facets, posted }: { facets: readonly FacetName[]; posted: readonly Posted[] }): SQL {
  const packed = facets.filter((facet): facet is PackedFacet & FacetName => facet in PACKED);
  const arms = [
    sql`select 'count' as facet, '' as value, null as label, coalesce(sum(total), 0) as n from search_totals where facet = ${int(TOTAL_OF.all)}`,
    ...packed.map(totalArm),
    ...(facets.includes('employer') ? [employerTotals] : []),
    ...(facets.includes('posted') ? posted.map(postedTotal) : []),
  ];
  return sql.join(arms, sql` union all `);
}

function totalArm(facet: PackedFacet): SQL {
  const name = sql.raw(`'${facet}'`);
  return sql`
    select ${name}, coalesce((select value from search_values as v where v.facet = ${name} and v.id = t.id), ''), null, t.total
    from search_totals as t where t.facet = ${int(PACKED[facet].total)}`;
}

const employerTotals = sql`
  select 'employer', e.slug, e.name, g.n
  from (select id, total as n from search_totals where facet = ${int(TOTAL_OF.employer)} order by 2 desc, 1 limit ${int(EMPLOYERS_SHOWN)}) as g
  cross join employers as e on e.seq = g.id where g.n > 0`;

function postedTotal({ value, since: docid }: Posted): SQL {
  const hour = int(Math.floor(docid / 2 ** 22 / 60));
  return sql`
    select ${sql.raw(`'posted:${value}'`)}, '', null, coalesce(sum(total), 0)
    from search_totals where facet = ${int(TOTAL_OF.hour)} and id >= ${hour}`;
}
