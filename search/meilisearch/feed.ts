import { sql } from 'drizzle-orm';
import { type EnqueuedTaskPromise, type Index, Meilisearch } from 'meilisearch';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { wordReader } from '#search/embedded/word-reader.ts';
import type { Drift, FeedChange, JobKey, SearchFeed } from '#search/feed.ts';
import { type MeilisearchJob, toMeilisearchJob } from '#search/meilisearch/document.ts';
import { INDEX } from '#search/meilisearch/settings.ts';

export interface MeilisearchFeedAddress {
  readonly url: string;
  /** May add, delete and read documents and look at tasks, and nothing else. */
  readonly syncKey: string;
  /** Milliseconds for each request. */
  readonly timeout?: number;
}

const REQUEST_MS = 10_000;
const TASK_MS = 20_000;

/** Feeds a Meilisearch index: whatever is pending becomes one addition and one deletion, because a task costs the same for one ad as for hundreds. */
export function meilisearchFeed({ url, syncKey, timeout = REQUEST_MS }: MeilisearchFeedAddress, db: Database): SearchFeed {
  const client = new Meilisearch({
    host: url,
    apiKey: syncKey,
    timeout,
    defaultWaitOptions: { timeout: TASK_MS, interval: 50 },
  });
  const index = client.index<MeilisearchJob>(INDEX);
  const words = wordReader();
  return {
    name: 'meilisearch',
    most: 2000,
    write: async (change) => {
      await refuseWhileBusy(client);
      await write(index, { ...change, documents: change.jobs.map((job) => toMeilisearchJob(job, words)) });
    },
    drift: async (now) => drift(await readHeld(index), await readPublic(db, now)),
  };
}

/** What an earlier run sent may still be waiting there: sending it again would only make the queue longer. */
async function refuseWhileBusy(client: Meilisearch): Promise<void> {
  const { total } = await client.tasks.getTasks({ indexUids: [INDEX], statuses: ['enqueued', 'processing'], limit: 1 });
  if (total > 0) throw new Error(`Meilisearch has not finished ${total} earlier task(s).`);
}

async function write(index: Index<MeilisearchJob>, { documents, gone }: FeedChange & { documents: MeilisearchJob[] }): Promise<void> {
  const tasks: EnqueuedTaskPromise[] = [];
  if (gone.length > 0) tasks.push(index.deleteDocuments(gone.map(({ id }) => id).filter((id) => id !== '')));
  if (documents.length > 0) tasks.push(index.addDocuments(documents, { primaryKey: 'id' }));
  await Promise.all(tasks.map(refuseFailure));
}

/** Accepted is not done: only the task's outcome says whether the engine holds it. */
async function refuseFailure(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask();
  if (status !== 'succeeded') throw new Error(`Meilisearch did not take the change: ${error?.code ?? status}.`);
}

type Held = ReadonlyMap<string, number>;

const PAGE = 10_000;

async function readHeld(index: Index<MeilisearchJob>): Promise<Held> {
  const held = new Map<string, number>();
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await index.getDocuments({ fields: ['id', 'version'], limit: PAGE, offset });
    for (const { id, version } of results) held.set(id, version);
    if (results.length < PAGE) return held;
  }
}

interface PublicVersion extends JobKey {
  readonly version: number;
}

async function readPublic(db: Database, now: number): Promise<readonly PublicVersion[]> {
  const all: PublicVersion[] = [];
  for (let after = 0; ; ) {
    const rows = await db.all<PublicVersion>(
      sql`select j.seq, j.id, j.updated_at as version from ${fromPublicJobs(now)} as j where j.seq > ${after} order by j.seq limit ${PAGE}`,
    );
    all.push(...rows);
    if (rows.length < PAGE) return all;
    after = rows.at(-1)?.seq ?? after;
  }
}

function drift(held: Held, wanted: readonly PublicVersion[]): Drift {
  const ids = new Set(wanted.map(({ id }) => id));
  return {
    missing: wanted.filter(({ id, version }) => held.get(id) !== version).map(({ seq }) => seq),
    // Row ids of what is gone are not known here, and not needed: the engine deletes by id.
    gone: [...held.keys()].filter((id) => !ids.has(id)).map((id, index) => ({ seq: -1 - index, id })),
  };
}
