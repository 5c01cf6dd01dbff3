import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { newId } from '#worker/kernel/random.ts';

/** Indexes what is not yet: after an update that made the index anew nobody searches an empty one until the next minute. */
export async function fillIndex(address: DatabaseAddress): Promise<void> {
  const db = openDatabase(address);
  await syncSearch({ db, engines: [embeddedFeed(db)], now: Date.now, owner: newId() });
}
