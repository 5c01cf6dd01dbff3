import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import type { Progress } from '#db/import/progress.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import type { SearchFeed } from '#search/feed.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { type SyncOutcome, syncSearch } from '#search/sync.ts';
import { newId } from '#worker/kernel/random.ts';

const STEP_MS = 2_000;
/** Another program feeds the index: it is looked at again after this long. */
const BUSY_MS = 300;
/** The index takes many ads at once for little more than a few. */
const WORTH_A_STEP = 2_000;

export interface Draining {
  readonly db: Database;
  /** Null where the board has none. */
  readonly meilisearch: { readonly url: string; readonly syncKey: string } | null;
  readonly progress: Progress;
}

/** Brings the search indexes up to what was imported; the database works for the one while the program prepares the other. */
export interface SearchDrain {
  /** Takes note that so many ads were written, and begins to index them when that is worth it. */
  written(ads: number): void;
  /** Waits for what was begun. */
  settle(): Promise<void>;
  /** Indexes all the rest. Returns what kept an index from it, as the operator reads it; the board catches up later. */
  finish(): Promise<readonly string[]>;
}

export function searchDrain({ db, meilisearch, progress }: Draining): SearchDrain {
  const engines: readonly SearchFeed[] = [embeddedFeed(db), ...(meilisearch === null ? [] : [meilisearchFeed(meilisearch, db)])];
  const owner = newId();
  const step = () => syncSearch({ db, engines, now: Date.now, owner, deadline: Date.now() + STEP_MS });
  let waiting = 0;
  let running: Promise<unknown> | null = null;
  return {
    written(ads) {
      waiting += ads;
      if (running !== null || waiting < WORTH_A_STEP) return;
      waiting = 0;
      // What goes wrong goes wrong again in `finish`, which says so.
      running = step()
        .catch(() => null)
        .finally(() => {
          running = null;
        });
    },
    async settle() {
      await running;
    },
    async finish() {
      await running;
      progress.start('Indexing', (await outboxRepository(db).waiting('embedded')).count);
      try {
        return await drainAll(step, progress);
      } finally {
        progress.stop();
      }
    },
  };
}

async function drainAll(step: () => Promise<readonly SyncOutcome[]>, progress: Progress): Promise<readonly string[]> {
  for (let rows = 0; ; ) {
    const outcomes = await step();
    rows += outcomes.find(({ engine }) => engine === 'embedded')?.done ?? 0;
    progress.update(rows, rows);
    const troubles = outcomes.flatMap(({ engine, trouble }) =>
      trouble === null ? [] : [`The ${engine} index could not be fed: ${trouble}.`],
    );
    if (troubles.length > 0) return troubles;
    const isBusy = outcomes.some(({ busy }) => busy);
    if (!isBusy && outcomes.every(({ done }) => done === 0)) return [];
    if (isBusy) await sleep(BUSY_MS);
  }
}
