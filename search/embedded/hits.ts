import { type SQL, sql } from 'drizzle-orm';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { NONE } from '#search/embedded/match.ts';
import { CHOSEN, FEW } from '#search/embedded/matched.ts';
import { type Circle, given, int, type Match, matching, type Page, product, residual, since } from '#search/embedded/statements.ts';

/** Above this many matches nothing is ranked, for weighing reads them all: ads with the words in the title come first, each kind newest first. A word that so many ads hold weighs nothing either. */
const MOST_RANKED = 8_000;
/** Weights of title, title_stems, names, skills, body, stems, facets. */
const RELEVANCE = 'bm25(jobs_fts, 10, 5, 4, 4, 1, 0.5, 0)';
/** A month of age weighs as much as a little relevance: it only decides between ads about as good. */
const RECENCY = 0.25 / (43_200 * 2 ** 22);

function scoreAt(newest: number): SQL {
  return sql`${sql.raw(RELEVANCE)} + (${given(newest)} - jobs_fts.rowid) * ${sql.raw(String(RECENCY))}`;
}

/** By relevance where there are few enough to rank and a word that tells them apart; else those with the words in the title, then the others, the newest first. After `matched`. */
export function relevantHits(match: Match, { limit, offset, newest }: Page & { newest: number }): SQL {
  const ranked = sql`(select x from w) is not null`;
  const when = (condition: SQL, expression: SQL): SQL => sql`case when ${condition} then ${expression} else ${NONE} end`;
  const titled = when(sql`not ${ranked}`, sql`${match.inTitle}`);
  const others = when(sql`not ${ranked}`, sql`${CHOSEN} || ' NOT (' || ${match.inTitle} || ')'`);
  const titledHere = when(sql`(select n from t) > ${given(offset)}`, sql`${match.inTitle}`);
  const before = sql`(select n from t)`;
  return sql`
    with w(x, whole) as materialized (${telling(match)}),
    t(n) as materialized (select count(*) from ${matching(match, titled)})
    select docid, score from (
      select jobs_fts.rowid as docid, ${scoreAt(newest)} as score from ${matching(match, sql`coalesce((select x from w), ${NONE})`)}
      and ((select whole from w) or +jobs_fts.rowid in (select docid from f)) order by score limit ${int(limit)} offset ${given(offset)})
    union all
    select docid, 0 from (${newestOf(match, { expression: titledHere, limit: int(limit), offset: given(offset) })})
    union all
    select docid, 1 from (${newestOf(match, {
      expression: others,
      limit: sql`max(0, ${int(limit)} - max(0, ${before} - ${given(offset)}))`,
      offset: sql`max(0, ${given(offset)} - ${before})`,
    })})`;
}

/** The expression that weighs the rarer words, null where nothing is to be weighed; and whether it has the same matches as all words. */
function telling({ parts, rest, since: docid }: Match): SQL {
  const [only, ...more] = parts;
  if (only === undefined) return sql`select null, 0`;
  const few = sql`${FEW} <= ${int(MOST_RANKED)}`;
  if (more.length === 0 && rest === '' && docid === null) return sql`select case when ${few} then ${only.weighed} end, 1`;
  const arms = parts.map(({ expression, complete, weighed }) => {
    const rare = complete === expression ? isRare(expression) : sql`case when ${isRare(complete)} then ${isRare(expression)} else 0 end`;
    return sql`select case when ${few} then case when ${rare} then ${weighed} end end as part`;
  });
  const whole = sql`count(part) = count(*)`;
  return sql`select group_concat(part, ' AND ') || case when ${whole} then ${rest} else '' end, ${whole} from (${sql.join(arms, sql` union all `)})`;
}

function isRare(expression: string): SQL {
  return sql`((select count(*) from (select 1 from jobs_fts where jobs_fts match ${expression} limit ${int(MOST_RANKED + 1)})) <= ${int(MOST_RANKED)})`;
}

/** After `matched`. */
export function newestHits(match: Match, { limit, offset }: Page): SQL {
  return sql`select docid, 0 as score from (${newestOf(match, { expression: CHOSEN, limit: int(limit), offset: given(offset) })})`;
}

function newestOf(match: Match, { expression, limit, offset }: { expression: SQL; limit: SQL; offset: SQL }): SQL {
  return sql`
    select jobs_fts.rowid as docid from ${matching(match, expression)} order by jobs_fts.rowid desc limit ${limit} offset ${offset}`;
}

/** The matches of one expression by relevance; none of very many. */
export function relevantOfExpression(expression: string, { limit, offset, newest }: Page & { newest: number }): SQL {
  return sql`
    select rowid as docid, ${scoreAt(newest)} as score from jobs_fts
    where jobs_fts match (case when ${isRare(expression)} then ${expression} else ${NONE} end)
    order by score limit ${int(limit)} offset ${given(offset)}`;
}

export function newestOfExpression(expression: string, { limit, offset }: Page): SQL {
  return sql`select rowid as docid, 0 as score from jobs_fts where jobs_fts match ${expression} order by rowid desc limit ${int(limit)} offset ${given(offset)}`;
}

/** By the nearest place of each ad. */
export function nearestHits(match: Match, { limit, offset, area }: Page & { area: Circle }): SQL {
  const nearest = sql`case when s.more_points = 0 then ${product(area, 's')} else (select max(${product(area, 'p')}) from job_points as p where p.docid = s.docid) end`;
  return sql`
    select jobs_fts.rowid as docid, 0 - (${nearest}) as score from jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid
    where jobs_fts match ${match.expression}${since(match, 'jobs_fts.rowid')}${residual(match)}
    order by score, jobs_fts.rowid desc limit ${int(limit)} offset ${given(offset)}`;
}

/** Everything, the newest first: no match at all. */
export function newestOfAll({ limit, offset }: Page): SQL {
  return sql`select docid, 0 as score from job_search order by docid desc limit ${int(limit)} offset ${given(offset)}`;
}

/** The ads of these hits as the public sees them now, in the order of the hits. */
export function hydrated(hits: SQL, now: number): SQL {
  return sql`
    with h as materialized (${hits})
    select j.* from h cross join job_search as s on s.docid = h.docid cross join ${fromPublicJobs(now)} as j on j.seq = s.job_seq
    order by h.score, h.docid desc`;
}
