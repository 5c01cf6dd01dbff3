import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  // Nothing listens there: the address of a Meilisearch that is gone.
  const vars = { MEILI_URL: 'http://127.0.0.1:9', MEILI_SEARCH_KEY: 'search', MEILI_SYNC_KEY: 'sync' };
  board = await startBoard({ seeded: true, vars });
  await board.tick();
});
afterAll(() => board.close());

test('a search goes on with the embedded engine, and says so', async () => {
  const view = (await (await fetch(`${board.origin}/api/jobs?q=nurse`)).json()) as { engine: string; degraded: boolean; total: number };
  expect(view).toMatchObject({ engine: 'embedded', degraded: true });
  expect(view.total).toBeGreaterThan(0);
});

test('health names the engine that cannot be fed, and is still well enough to answer', async () => {
  const response = await fetch(`${board.origin}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'degraded',
    search: { embedded: { status: 'ok' }, meilisearch: { status: 'trouble' } },
  });
});
