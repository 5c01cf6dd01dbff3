import { openDatabase } from '#db/client.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { syncSearch } from '#search/sync.ts';
import type { BenchBoard } from '#tests/bench/board.ts';
import { ask, type Timing, timing } from '#tests/bench/measure.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import { newId } from '#worker/kernel/random.ts';

const TIMES = 20;

export interface Freshness {
  /** From the write to the first search that finds it, index fed at once as a request would. */
  readonly published: Timing;
  /** From the stop until no page shows it. */
  readonly hidden: Timing;
  /** From the stop until the index has forgotten it. */
  readonly forgotten: Timing;
}

/** Publishes and stops ads one by one and watches the board. */
export async function measureFreshness({ database, origin }: BenchBoard): Promise<Freshness> {
  const db = openDatabase(database);
  const employerSeq = await addEmployer(db, `Freshness ${newId()}`);
  const sync = () => syncSearch({ db, engines: [embeddedFeed(db)], now: () => Date.now(), owner: newId() });
  const taken = { published: [] as number[], hidden: [] as number[], forgotten: [] as number[] };
  for (let round = 0; round < TIMES; round += 1) {
    const now = Date.now();
    const job = aJob(employerSeq, { title: `Zymurgist ${round}`, postedAt: now, publishedAt: now, createdAt: now, updatedAt: now });
    const published = performance.now();
    await jobWrites(db).publish([job]);
    await sync();
    await until(async () => (await totalOf(origin)) === 1);
    taken.published.push(performance.now() - published);
    const stopped = performance.now();
    await jobWrites(db).stop([job.id], Date.now());
    await until(async () => (await ask(`${origin}/api/jobs/${job.id}`)).status === 410);
    taken.hidden.push(performance.now() - stopped);
    await sync();
    await until(async () => (await totalOf(origin)) === 0);
    taken.forgotten.push(performance.now() - stopped);
  }
  return { published: timing(taken.published), hidden: timing(taken.hidden), forgotten: timing(taken.forgotten) };
}

async function totalOf(origin: string): Promise<number> {
  return (JSON.parse((await ask(`${origin}/api/jobs?q=${encodeURIComponent('"zymurgist"')}`)).body) as { total: number }).total;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await holds())) if (performance.now() > deadline) throw new Error('waited ten seconds in vain');
}
