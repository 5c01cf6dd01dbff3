import { sql } from 'drizzle-orm';
import { type Database, type DatabaseAddress, openDatabase } from '#db/client.ts';
import { readGazetteer } from '#db/gazetteer/read.ts';
import { jobWrites, type NewJob } from '#db/repositories/job-writes.ts';
import { employers, jobs } from '#db/schema/tables.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { generateJobs, vocabularyOf, type World } from '#tests/bench/generate-jobs.ts';
import { EMPLOYER_FIRST, EMPLOYER_LAST } from '#tests/bench/vocabulary.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { newId } from '#worker/kernel/random.ts';
import { fold, slugOf } from '#worker/kernel/text.ts';

const JOBS_A_BATCH = 500;

/** Fills an empty board with generated ads and indexes them; a board that holds as many already is left as it is. Answers jobs per second, or null. */
export async function fillBoard(address: DatabaseAddress, count: number): Promise<number | null> {
  const db = openDatabase(address);
  const [{ held } = { held: 0 }] = await db.select({ held: sql<number>`count(*)` }).from(jobs);
  if (held >= count) return null;
  const world = await makeWorld(db);
  const from = performance.now();
  await publishAll(db, generateJobs(count, world));
  await syncSearch({ db, engines: [embeddedFeed(db)], now: () => Date.now(), owner: newId() });
  return count / ((performance.now() - from) / 1000);
}

async function publishAll(db: Database, generated: Iterable<NewJob>): Promise<void> {
  let batch: NewJob[] = [];
  for (const job of generated) {
    batch.push(job);
    if (batch.length < JOBS_A_BATCH) continue;
    await jobWrites(db).publish(batch);
    batch = [];
  }
  await jobWrites(db).publish(batch);
}

async function makeWorld(db: Database): Promise<World> {
  const now = Date.now();
  const towns = largestTowns();
  const names = EMPLOYER_FIRST.flatMap((first) => EMPLOYER_LAST.map((last) => `${first} ${last}`));
  const rows = names.map((name) => ({ id: newId(), slug: slugOf(name), name, nameKey: fold(name), createdAt: now, updatedAt: now }));
  const made: { seq: number }[] = [];
  for (let start = 0; start < rows.length; start += 50) {
    made.push(
      ...(await db
        .insert(employers)
        .values(rows.slice(start, start + 50))
        .returning({ seq: employers.seq })),
    );
  }
  return { now, towns, employerSeqs: made.map(({ seq }) => seq), vocabulary: vocabularyOf(towns) };
}

/** The 20 000 largest towns; where the board is at home comes first. */
function largestTowns(): readonly Place[] {
  const towns = [...readGazetteer()].filter(({ kind }) => kind === 'town');
  return towns.sort((a, b) => b.population - a.population).slice(0, 20_000);
}
