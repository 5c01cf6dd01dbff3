import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { facts } from '#db/schema/tables.ts';

/** A demonstration is seeded and reachable from this machine only; a live board holds nothing invented. */
export type BoardState = 'demonstration' | 'live';

/** What a database knows about itself: `state`, `seeded`, `gazetteer` and what migrations note. */
export function factsRepository(db: Database) {
  return {
    read: (name: string) => read(db, name),
    write: (name: string, value: string) => write(db, name, value),
    async remove(name: string): Promise<void> {
      await db.delete(facts).where(eq(facts.name, name));
    },
    claimState: (wanted: BoardState) => claimState(db, wanted),
  };
}

async function read(db: Database, name: string): Promise<string | null> {
  const [fact] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, name));
  return fact?.value ?? null;
}

async function write(db: Database, name: string, value: string): Promise<void> {
  await db.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } });
}

/** Marks the database by the first who asks, and tells everybody what it is. */
async function claimState(db: Database, wanted: BoardState): Promise<BoardState> {
  await db.insert(facts).values({ name: 'state', value: wanted }).onConflictDoNothing();
  return (await read(db, 'state')) === 'live' ? 'live' : 'demonstration';
}
