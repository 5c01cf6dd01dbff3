import type { Database } from '#db/client.ts';
import { type Lease, outboxRepository } from '#db/repositories/outbox.ts';
import type { IndexedJob } from '#db/repositories/public-job-row.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import type { JobKey, SearchFeed } from '#search/feed.ts';
import { troubleOf } from '#search/trouble.ts';

export interface SyncOptions {
  readonly db: Database;
  /** Every engine that is configured: the outbox forgets what all of them have. */
  readonly engines: readonly SearchFeed[];
  readonly now: () => number;
  /** A random id of this run. */
  readonly owner: string;
  /** When to stop although more is waiting; the next run goes on. Forever if not given. */
  readonly deadline?: number;
}

/** What became of one engine. `trouble`: why it could not be fed, as the operator reads it. */
export interface SyncOutcome {
  readonly engine: SearchFeed['name'];
  /** Ads looked at. */
  readonly done: number;
  readonly trouble: string | null;
  /** Another run is feeding it. */
  readonly busy: boolean;
}

const LEASE_MS = 60_000;

/** Brings every engine up to what the public may see now. One engine's trouble never keeps the others. */
export async function syncSearch(options: SyncOptions): Promise<readonly SyncOutcome[]> {
  const outcomes: SyncOutcome[] = [];
  for (const engine of options.engines) outcomes.push(await feedOne(engine, options));
  await outboxRepository(options.db).trim(
    options.engines.map(({ name }) => name),
    options.now(),
  );
  return outcomes;
}

async function feedOne(engine: SearchFeed, options: SyncOptions): Promise<SyncOutcome> {
  const outbox = outboxRepository(options.db);
  const lease = { engine: engine.name, owner: options.owner };
  const start = options.now();
  const idle = { engine: engine.name, done: 0, trouble: null, busy: true };
  if (!(await outbox.lease(lease, { now: start, until: start + LEASE_MS }))) return idle;
  try {
    await outbox.appendDue(engine.name, start);
    const done = await drain(engine, { ...options, lease });
    await outbox.note(lease, null);
    return { ...idle, done, busy: false };
  } catch (error) {
    const trouble = troubleOf(error);
    await outbox.note(lease, trouble);
    return { ...idle, trouble, busy: false };
  } finally {
    await outbox.release(lease);
  }
}

async function drain(engine: SearchFeed, { db, now, deadline, lease }: SyncOptions & { lease: Lease }): Promise<number> {
  const outbox = outboxRepository(db);
  for (let done = 0; ; ) {
    const time = now();
    if (deadline !== undefined && time >= deadline) return done;
    const pending = await outbox.pending(engine.name, { now: time, limit: engine.most });
    if (pending === null) return done;
    await feedJobs({ db, engine, keys: pending.jobs, asOf: pending.asOf });
    const held = (await outbox.advance(lease, pending.reached)) && (await outbox.lease(lease, { now: now(), until: now() + LEASE_MS }));
    if (!held) return done;
    done += pending.jobs.length;
  }
}

/** Hands over these ads as they are now: replays, repeats and any order come to the same. */
export async function feedJobs({
  db,
  engine,
  keys,
  asOf,
}: {
  db: Database;
  engine: SearchFeed;
  keys: readonly JobKey[];
  asOf: number;
}): Promise<void> {
  const seqs = keys.map(({ seq }) => seq);
  const jobs = await loadJobs({ db, seqs, asOf });
  const found = new Set(jobs.map(({ seq }) => seq));
  await engine.write({ jobs, gone: keys.filter(({ seq }) => !found.has(seq)) });
}

/** Servers limit the size of an answer; ads are long. */
const ADS_A_READ = 250;

async function loadJobs({ db, seqs, asOf }: { db: Database; seqs: readonly number[]; asOf: number }): Promise<readonly IndexedJob[]> {
  const jobs: IndexedJob[] = [];
  for (let start = 0; start < seqs.length; start += ADS_A_READ) {
    jobs.push(...(await publicJobsRepository(db).bySeq(seqs.slice(start, start + ADS_A_READ), asOf)));
  }
  return jobs;
}
