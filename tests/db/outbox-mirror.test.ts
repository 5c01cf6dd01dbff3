import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { employers, jobPlaces, jobs } from '#db/schema/tables.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';

/** One thing that happens to the board; `which` picks the ad it happens to. */
interface Happening {
  readonly what: keyof typeof HAPPENINGS;
  readonly which: number;
}

interface Board {
  readonly db: Database;
  readonly employer: number;
  readonly ids: string[];
  /** What an engine would hold, by row id. */
  readonly mirror: Map<number, string>;
  now: number;
}

const LEASE = { engine: 'embedded', owner: 'test' } as const;

const HAPPENINGS = {
  publish: (board: Board) => publish(board, {}),
  publishAhead: (board: Board) => publish(board, { postedAt: board.now + 3 * DAY }),
  publishShort: (board: Board) => publish(board, { validThrough: board.now + 2 * DAY }),
  change: (board: Board, id: string) => write(board, id, { title: `Nurse of day ${board.now}` }),
  carry: (board: Board, id: string) => write(board, id, { carriedAt: board.now }),
  end: (board: Board, id: string) => write(board, id, { validThrough: board.now }),
  prolong: (board: Board, id: string) => write(board, id, { validThrough: board.now + 5 * DAY }),
  restart: (board: Board, id: string) => write(board, id, { status: 'published', stoppedAt: null }),
  stop: (board: Board, id: string) => jobWrites(board.db).stop([id], board.now),
  remove: (board: Board, id: string) => board.db.delete(jobs).where(eq(jobs.id, id)),
  movePlaces: ({ db, now }: Board) => db.update(jobPlaces).set({ name: `Town ${now}` }),
  suspend: ({ db, employer, now }: Board) =>
    db.update(employers).set({ status: 'suspended', updatedAt: now }).where(eq(employers.seq, employer)),
  restore: ({ db, employer, now }: Board) =>
    db.update(employers).set({ status: 'active', updatedAt: now }).where(eq(employers.seq, employer)),
  rename: ({ db, employer, now }: Board) =>
    db
      .update(employers)
      .set({ name: `Hospital ${now}`, updatedAt: now })
      .where(eq(employers.seq, employer)),
  wait: (board: Board) => pass(board, DAY),
  waitLong: (board: Board) => pass(board, 100 * DAY),
  tick: (board: Board) => outboxRepository(board.db).appendDue('embedded', board.now),
  feed: (board: Board) => feed(board, 2),
  forget: ({ db, now }: Board) => outboxRepository(db).trim(['embedded'], now),
};

async function pass(board: Board, time: number): Promise<void> {
  board.now += time;
}

async function publish({ db, employer, ids, now }: Board, said: { postedAt?: number; validThrough?: number }): Promise<void> {
  const job = aJob(employer, { postedAt: now, publishedAt: now, createdAt: now, updatedAt: now, ...said });
  ids.push(job.id);
  await jobWrites(db).publish([job]);
}

async function write({ db, now }: Board, id: string, set: Partial<typeof jobs.$inferInsert>): Promise<void> {
  const changed = 'carriedAt' in set ? set : { ...set, updatedAt: now };
  await db.update(jobs).set(changed).where(eq(jobs.id, id));
}

/** Takes the next few and holds them as an engine would; false when there is nothing more. */
async function feed({ db, mirror, now }: Board, limit: number): Promise<boolean> {
  const next = await outboxRepository(db).pending('embedded', { now, limit });
  if (next === null) return false;
  const found = await publicJobsRepository(db).bySeq(
    next.jobs.map(({ seq }) => seq),
    next.asOf,
  );
  for (const { seq } of next.jobs) mirror.delete(seq);
  for (const { seq, job } of found) mirror.set(seq, shown(job));
  return outboxRepository(db).advance(LEASE, next.reached);
}

/** What an engine takes in of an ad; its end is none of it. */
function shown({
  id,
  title,
  employer,
  places,
  updatedAt,
}: {
  id: string;
  title: string;
  employer: object;
  places: unknown;
  updatedAt: number;
}): string {
  return JSON.stringify({ id, title, employer, places, updatedAt });
}

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...Object.keys(HAPPENINGS).filter((name): name is keyof typeof HAPPENINGS => name in HAPPENINGS)),
  which: fc.nat({ max: 20 }),
});

test('whatever happens in whatever order, an engine that was fed holds exactly what is public', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (story) => {
      const fresh = await freshDatabase();
      const board: Board = { db: fresh.db, employer: await addEmployer(fresh.db, 'Hospital'), ids: [], mirror: new Map(), now: NOON };
      await outboxRepository(fresh.db).lease(LEASE, { now: 0, until: Number.MAX_SAFE_INTEGER });
      await HAPPENINGS.tick(board);
      for (const { what, which } of story) await HAPPENINGS[what](board, board.ids[which % Math.max(board.ids.length, 1)] ?? 'nobody');
      await HAPPENINGS.tick(board);
      while (await feed(board, 3));
      const all = await publicJobsRepository(fresh.db).page(null, { now: board.now, limit: 1000 });
      await fresh.close();
      expect([...board.mirror.values()].toSorted()).toEqual(all.map(shown).toSorted());
    }),
    { numRuns: 15 },
  );
}, 60_000);
