import { afterAll, expect, test } from 'vitest';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { applySetup } from '#search/meilisearch/apply-setup.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { searchContract } from '#tests/search/contract.ts';
import { emptyIndex, meilisearchForTests } from '#tests/search/meilisearch-server.ts';

const server = meilisearchForTests();

if (server === null) {
  test.skip('Meilisearch was not tested: MEILI_TEST_URL and MEILI_TEST_KEY are not set', () => {});
} else {
  const { url, masterKey } = server;
  const { searchKey, syncKey } = await applySetup({ url, masterKey });
  await emptyIndex(server);
  afterAll(() => emptyIndex(server));

  searchContract('Meilisearch', async (db) => {
    const [embedded, meilisearch] = [embeddedFeed(db), meilisearchFeed({ url, syncKey }, db)];
    return {
      engine: meilisearchEngine({ url, searchKey }, { db, timeout: 5_000 }),
      // The order by distance comes from the database, whose own index is always fed.
      feed: { ...meilisearch, write: async (change) => void (await Promise.all([embedded.write(change), meilisearch.write(change)])) },
      close: async () => {},
    };
  });

  test('settings that the server has already are not sent again', async () => {
    expect((await applySetup({ url, masterKey })).changed).toEqual([]);
  });

  test('the search key can neither read documents nor settings, and the sync key can not read settings or delete the index', async () => {
    const status = async (key: string, path: string, method = 'GET') =>
      (await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${key}` } })).status;
    expect(await status(searchKey, '/indexes/jobs/documents')).toBe(403);
    expect(await status(searchKey, '/indexes/jobs/settings')).toBe(403);
    expect(await status(syncKey, '/indexes/jobs/settings')).toBe(403);
    expect(await status(syncKey, '/indexes/jobs', 'DELETE')).toBe(403);
    expect(await status(syncKey, '/keys')).toBe(403);
  });
}
