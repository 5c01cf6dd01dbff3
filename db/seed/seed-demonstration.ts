import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { factsRepository } from '#db/repositories/facts.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { employers, jobs, sources } from '#db/schema/tables.ts';
import { seedDates } from '#db/seed/calendar.ts';
import { newJob } from '#db/seed/new-job.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';
import { seedsFor } from '#db/seed/seeds-for.ts';
import { board } from '#worker/board/model/this-board.ts';
import { newId } from '#worker/kernel/random.ts';
import { fold, slugOf } from '#worker/kernel/text.ts';

const DAY = 86_400_000;

/** Every ad names where it came from; these come from nowhere, and say so. */
const SOURCE = 'examples made up for this demonstration';

/** Gives a demonstration board its invented employers and ads, once; imported ads do not count. Interrupted, the next call completes it. */
export async function seedDemonstration(db: Database, now: number): Promise<'seeded' | 'present'> {
  const facts = factsRepository(db);
  if ((await facts.read('seeded')) !== null) return 'present';
  const seeds = seedsFor(board);
  const seqs = await ensureEmployers(db, { seeds, now });
  const sourceId = await ensureSource(db, now);
  if (!(await haveJobs(db, [...seqs.values()]))) await jobWrites(db).publish(newJobs(seeds, { seqs, sourceId, now }));
  await facts.write('seeded', new Date(now).toISOString());
  return 'seeded';
}

interface Seeding {
  readonly seeds: readonly SeedEmployer[];
  readonly now: number;
}

async function ensureSource(db: Database, now: number): Promise<string> {
  await db.insert(sources).values({ id: newId(), name: SOURCE, firstImportedAt: now, lastImportedAt: now }).onConflictDoNothing();
  const [source] = await db.select({ id: sources.id }).from(sources).where(eq(sources.name, SOURCE));
  if (source === undefined) throw new Error('The source of the examples was written and is not there.');
  return source.id;
}

/** Their row numbers by folded name. */
async function ensureEmployers(db: Database, { seeds, now }: Seeding): Promise<ReadonlyMap<string, number>> {
  const createdAt = now - 60 * DAY;
  const rows = seeds
    .map(({ name, website, about }) => ({ id: newId(), name, website, about }))
    .map(({ id, name, website, about }) => ({
      id,
      slug: about === null ? id : slugOf(name),
      unlisted: about === null,
      name,
      nameKey: fold(name),
      website,
      about,
      createdAt,
      updatedAt: createdAt,
    }));
  await db.insert(employers).values(rows).onConflictDoNothing();
  const keys = rows.map(({ nameKey }) => nameKey);
  const found = await db
    .select({ seq: employers.seq, nameKey: employers.nameKey })
    .from(employers)
    .where(and(isNull(employers.sourceId), inArray(employers.nameKey, keys)));
  return new Map(found.map(({ nameKey, seq }) => [nameKey, seq]));
}

async function haveJobs(db: Database, seqs: number[]): Promise<boolean> {
  const [job] = await db.select({ seq: jobs.seq }).from(jobs).where(inArray(jobs.employerSeq, seqs)).limit(1);
  return job !== undefined;
}

interface Writing {
  readonly seqs: ReadonlyMap<string, number>;
  readonly sourceId: string;
  readonly now: number;
}

function newJobs(seeds: readonly SeedEmployer[], { seqs, sourceId, now }: Writing) {
  const offers = seeds.flatMap((employer) => employer.jobs.map((job) => ({ job, employerSeq: seqs.get(fold(employer.name)) })));
  return offers.flatMap(({ job, employerSeq }, position) =>
    employerSeq === undefined ? [] : [newJob(job, { dates: seedDates(position, now), employerSeq, sourceId })],
  );
}
