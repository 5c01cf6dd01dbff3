import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type PublicJobRow, toPublicJob } from '#db/repositories/public-job-row.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { bestPaidHits, bestPaidOfAll, commonestCurrency, commonestOfAll } from '#search/embedded/best-paid.ts';
import { candidatesFor, correct, type SlipRow } from '#search/embedded/correct.ts';
import { type Counting, type CountRow, countStatement, numberedValues } from '#search/embedded/count-statements.ts';
import { type CountPass, countPasses, readCounts } from '#search/embedded/counts.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import { nearestHits, newestHits, newestOfAll, relevantHits } from '#search/embedded/hits.ts';
import { matchOf, type PlanMatch } from '#search/embedded/plan-match.ts';
import { similarJobs } from '#search/embedded/similar.ts';
import type { Page } from '#search/embedded/statements.ts';
import type { EngineAnswer, JobSearchEngine, SearchPlan } from '#search/engine.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { PAGE_SIZE } from '#worker/jobs/model/job-query.ts';

export interface EmbeddedEngine extends JobSearchEngine {
  readonly name: 'embedded';
  /** Public ads about the same, the nearest relatives first; never the ad itself. */
  similar(job: PublicJob, options: { readonly now: number; readonly limit: number }): Promise<readonly PublicJob[]>;
}

/** Searches the index that lies in the database itself: one batch for hits, their rows, and all counts. */
export function embeddedEngine(db: Database): EmbeddedEngine {
  return {
    name: 'embedded',
    search: (plan) => search(db, plan),
    similar: (job, options) => similarJobs(db, { job, ...options }),
  };
}

async function search(db: Database, plan: SearchPlan): Promise<EngineAnswer> {
  const { answer, slips } = await ask(db, plan);
  const words = correct(plan.query.words, { slips, found: answer.total > 0 });
  if (words === null) return answer;
  const corrected = await ask(db, { ...plan, query: { ...plan.query, words } });
  return corrected.answer.total === 0 ? answer : { ...corrected.answer, corrected: words };
}

interface Asked {
  readonly answer: EngineAnswer;
  /** What those typed words may have meant that no ad holds. */
  readonly slips: readonly SlipRow[];
}

type AnswerRow = CountRow & { readonly currency: string | null } & Partial<PublicJobRow>;

async function ask(db: Database, plan: SearchPlan): Promise<Asked> {
  const match = matchOf(plan);
  const [first, ...others] = countPasses(plan, match);
  const [[counted, ...rows], slips, names, ...counts] = await db.batch([
    db.all<AnswerRow>(answerStatement(first.counting, { plan, match })),
    db.all<SlipRow>(candidatesFor(match) ?? sql`select null where false`),
    db.all<{ names: string }>(numberedValues),
    ...others.map((pass: CountPass) => db.all<CountRow>(countStatement(pass.counting))),
  ]);
  const jobs = rows.filter(isAd).map(toPublicJob);
  const answer: EngineAnswer = {
    ids: jobs.map((job) => job.id),
    rows: jobs,
    ...readCounts({ plan, passes: [first, ...others], counts: [counted, ...counts.map(([row]) => row)], names: names[0]?.names ?? '[]' }),
    corrected: null,
    sortCurrency: counted?.currency ?? null,
  };
  return { answer, slips };
}

function isAd(row: AnswerRow): row is AnswerRow & PublicJobRow {
  return row.id !== null;
}

/** One row with the counts and empty columns of an ad, then a row for each ad of the page, in order, as the public sees them now: so the matches are read once. */
function answerStatement({ ctes, columns }: Counting, { plan, match }: { plan: SearchPlan; match: PlanMatch }): SQL {
  const all = [...ctes, sql`u(currency) as materialized (${currencyOf(plan, match)})`, sql`h as materialized (${hits(plan, match)})`];
  const counted = Object.entries({ ...columns, currency: sql`(select currency from u)` }).map(
    ([name, value]) => sql`case when p.counts then ${value} end as ${sql.raw(name)}`,
  );
  return sql`
    with ${sql.join(all, sql`, `)}
    select ${sql.join(counted, sql`, `)}, j.* from (select 1 as counts union all select 0) as p left join (
      select h.score as hit_score, h.docid as hit_docid, j.*
      from h cross join job_search as s on s.docid = h.docid cross join ${fromPublicJobs(plan.now)} as j on j.seq = s.job_seq
    ) as j on not p.counts
    order by p.counts desc, j.hit_score, j.hit_docid desc`;
}

function hits({ query, area, now }: SearchPlan, { all, whole }: PlanMatch): SQL {
  const page: Page = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  if (query.sort === 'salary') return whole ? bestPaidOfAll(page) : bestPaidHits(all, page);
  if (whole) return newestOfAll(page);
  if (query.sort === 'distance' && area?.kind === 'circle') return nearestHits(all, { ...page, area });
  if (query.sort === 'newest' || query.words === '') return newestHits(all, page);
  return relevantHits(all, { ...page, newest: firstDocid(now) });
}

/** What a salary sort compares; no row for other sorts. */
function currencyOf({ query }: SearchPlan, { all, whole }: PlanMatch): SQL {
  if (query.sort !== 'salary') return sql`select null where false`;
  const asked = query.salary?.currency ?? null;
  if (asked !== null) return sql`select ${asked} as currency`;
  return whole ? commonestOfAll : commonestCurrency(all);
}
