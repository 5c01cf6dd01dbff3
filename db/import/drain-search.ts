import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import type { Progress } from '#db/import/progress.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import type { SearchFeed } from '#search/feed.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { newId } from '#worker/kernel/random.ts';

const STEP_MS = 2_000;
/** Another program feeds the index: it is looked at again after this long. */
const BUSY_MS = 300;

export interface Draining {
  readonly db: Database;
  /** Null where the board has none. */
  readonly meilisearch: { readonly url: string; readonly syncKey: string } | null;
  readonly progress: Progress;
}

/** Brings the search indexes up to what was imported. Returns what kept one of them from it, as the operator reads it; the board catches up later. */
export async function drainSearch({ db, meilisearch, progress }: Draining): Promise<readonly string[]> {
  const total = (await outboxRepository(db).waiting('embedded')).count;
  const engines: readonly SearchFeed[] = [embeddedFeed(db), ...(meilisearch === null ? [] : [meilisearchFeed(meilisearch, db)])];
  const owner = newId();
  let rows = 0;
  progress.start('Indexing', total);
  try {
    for (;;) {
      const outcomes = await syncSearch({ db, engines, now: Date.now, owner, deadline: Date.now() + STEP_MS });
      rows += outcomes.find(({ engine }) => engine === 'embedded')?.done ?? 0;
      progress.update(Math.min(rows, total), rows);
      const troubles = outcomes.flatMap(({ engine, trouble }) =>
        trouble === null ? [] : [`The ${engine} index could not be fed: ${trouble}.`],
      );
      if (troubles.length > 0) return troubles;
      const isBusy = outcomes.some(({ busy }) => busy);
      if (!isBusy && outcomes.every(({ done }) => done === 0)) return [];
      if (isBusy) await sleep(BUSY_MS);
    }
  } finally {
    progress.stop();
  }
}
