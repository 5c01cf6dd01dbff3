import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type PublicJobRow, toPublicJob } from '#db/repositories/public-job-row.ts';
import { candidatesFor, correct, type SlipRow } from '#search/embedded/correct.ts';
import { type CountRow, numberedValues } from '#search/embedded/count-statements.ts';
import { type CountPass, countPasses, readCounts } from '#search/embedded/counts.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import { matchOf, type PlanMatch } from '#search/embedded/plan-match.ts';
import { similarJobs } from '#search/embedded/similar.ts';
import {
  bestPaidHits,
  bestPaidOfAll,
  commonestCurrency,
  hydrated,
  nearestHits,
  newestHits,
  newestOfAll,
  type Page,
  relevantHits,
} from '#search/embedded/statements.ts';
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

async function ask(db: Database, plan: SearchPlan): Promise<Asked> {
  const match = matchOf(plan);
  const passes = countPasses(plan, match);
  const [rows, currencies, slips, names, ...counts] = await db.batch([
    db.all<PublicJobRow>(hydrated(hits(plan, match), plan.now)),
    db.all<{ currency: string }>(plan.query.sort === 'salary' ? currencyOf(plan, match) : NOTHING),
    db.all<SlipRow>(candidatesFor(match) ?? NOTHING),
    db.all<{ names: string }>(numberedValues),
    ...passes.map((pass: CountPass) => db.all<CountRow>(pass.statement)),
  ]);
  const jobs = rows.map(toPublicJob);
  const answer: EngineAnswer = {
    ids: jobs.map((job) => job.id),
    rows: jobs,
    ...readCounts({ plan, passes, counts: counts.map(([row]) => row), names: names[0]?.names ?? '[]' }),
    corrected: null,
    sortCurrency: currencies[0]?.currency ?? null,
  };
  return { answer, slips };
}

const NOTHING = sql`select null where false`;

function hits({ query, area, now }: SearchPlan, { all, whole }: PlanMatch): SQL {
  const page: Page = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  if (query.sort === 'salary') {
    const currency = currencyOf({ query, area, now }, { all, whole });
    return whole ? bestPaidOfAll({ ...page, currency }) : bestPaidHits(all, { ...page, currency });
  }
  if (whole) return newestOfAll(page);
  if (query.sort === 'distance' && area?.kind === 'circle') return nearestHits(all, { ...page, area });
  if (query.sort === 'newest' || query.words === '') return newestHits(all, page);
  return relevantHits(all, { ...page, newest: firstDocid(now) });
}

function currencyOf({ query }: SearchPlan, { all, whole }: Pick<PlanMatch, 'all' | 'whole'>): SQL {
  const asked = query.salary?.currency ?? null;
  return asked === null ? commonestCurrency(whole ? null : all) : sql`select ${asked} as currency`;
}
