import type { Database } from '#db/client.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import type { SearchFeed } from '#search/feed.ts';
import { feedJobs } from '#search/sync.ts';
import { troubleOf } from '#search/trouble.ts';

export interface ReconcileOptions {
  readonly db: Database;
  readonly engines: readonly SearchFeed[];
  readonly now: () => number;
  readonly owner: string;
}

/** What was found and repaired: ads that an index lacked or held in an old state, and ads that it should not have held. */
export interface Repair {
  readonly engine: SearchFeed['name'];
  readonly missing: number;
  readonly ghosts: number;
  readonly trouble: string | null;
}

/** Compares each index with the public view and repairs both ways. An engine that is being fed at the moment is left for the next time. */
export async function reconcileSearch(options: ReconcileOptions): Promise<readonly Repair[]> {
  const repairs: Repair[] = [];
  for (const engine of options.engines) repairs.push(await reconcileOne(engine, options));
  return repairs;
}

const LEASE_MS = 300_000;

async function reconcileOne(engine: SearchFeed, { db, now, owner }: ReconcileOptions): Promise<Repair> {
  const outbox = outboxRepository(db);
  const lease = { engine: engine.name, owner };
  const asOf = now();
  const nothing = { engine: engine.name, missing: 0, ghosts: 0, trouble: null };
  if (!(await outbox.lease(lease, { now: asOf, until: asOf + LEASE_MS }))) return nothing;
  try {
    const { missing, gone } = await engine.drift(asOf);
    const keys = [...gone, ...missing.map((seq) => ({ seq, id: '' }))];
    for (let start = 0; start < keys.length; start += engine.most) {
      await feedJobs({ db, engine, keys: keys.slice(start, start + engine.most), asOf });
    }
    return { ...nothing, missing: missing.length, ghosts: gone.length };
  } catch (error) {
    return { ...nothing, trouble: troubleOf(error) };
  } finally {
    await outbox.release(lease);
  }
}
