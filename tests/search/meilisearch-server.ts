import { Meilisearch } from 'meilisearch';
import { INDEX } from '#search/meilisearch/settings.ts';

export interface MeilisearchForTests {
  readonly url: string;
  readonly masterKey: string;
}

/** The server that `MEILI_TEST_URL` and `MEILI_TEST_KEY` (its master key) name; its jobs index is emptied by the tests. Null without them. */
export function meilisearchForTests(): MeilisearchForTests | null {
  const url = process.env['MEILI_TEST_URL'];
  const masterKey = process.env['MEILI_TEST_KEY'];
  return url && masterKey ? { url, masterKey } : null;
}

export async function emptyIndex({ url, masterKey }: MeilisearchForTests): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: masterKey });
  await client.index(INDEX).deleteAllDocuments().waitTask({ timeout: 60_000 });
}
