import { type Key, Meilisearch, type Settings } from 'meilisearch';
import { INDEX, SETTINGS } from '#search/meilisearch/settings.ts';

/** Made with these fixed ids, so that a server restored from nothing gives the same keys for the same master key. */
const SEARCH_KEY_UID = '5b1f3c0e-6d0a-4c56-9f7e-2f6b1a8c4d01';
const SYNC_KEY_UID = '5b1f3c0e-6d0a-4c56-9f7e-2f6b1a8c4d02';

export interface SetupResult {
  readonly searchKey: string;
  readonly syncKey: string;
  /** Settings that were changed; none when the server had them already. */
  readonly changed: readonly string[];
}

/** Makes a Meilisearch server ready: index, settings (only those that differ, for some take minutes) and two restricted keys. */
export async function applySetup({ url, masterKey }: { url: string; masterKey: string }): Promise<SetupResult> {
  const client = new Meilisearch({
    host: url,
    apiKey: masterKey,
    timeout: 10_000,
    defaultWaitOptions: { timeout: 600_000, interval: 200 },
  });
  await makeIndex(client);
  const index = client.index(INDEX);
  const differing = differences(await index.getSettings());
  if (Object.keys(differing).length > 0) await succeeded(index.updateSettings(differing).waitTask());
  const searchKey = await keyOf(client, { uid: SEARCH_KEY_UID, name: 'board: search', actions: ['search'] });
  const syncKey = await keyOf(client, {
    uid: SYNC_KEY_UID,
    name: 'board: sync',
    actions: ['documents.add', 'documents.delete', 'documents.get', 'tasks.get'],
  });
  return { searchKey, syncKey, changed: Object.keys(differing) };
}

async function makeIndex(client: Meilisearch): Promise<void> {
  const { results } = await client.getIndexes({ limit: 1000 });
  if (!results.some(({ uid }) => uid === INDEX)) await succeeded(client.createIndex(INDEX, { primaryKey: 'id' }).waitTask());
}

async function succeeded(task: Promise<{ status: string; error: { message: string } | null }>): Promise<void> {
  const { status, error } = await task;
  if (status !== 'succeeded') throw new Error(`Meilisearch refused the set-up: ${error?.message ?? status}`);
}

function differences(current: Settings): Settings {
  return Object.fromEntries(Object.entries(SETTINGS).filter(([name, wanted]) => sorted(Object(current)[name]) !== sorted(wanted)));
}

/** One text for equal values, whatever the order of their keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner,
  );
}

async function keyOf(client: Meilisearch, wanted: { uid: string; name: string; actions: Key['actions'] }): Promise<string> {
  const { results } = await client.getKeys({ limit: 1000 });
  const known = results.find(({ uid }) => uid === wanted.uid);
  const { key } = known ?? (await client.createKey({ ...wanted, indexes: [INDEX], expiresAt: null }));
  return key;
}
