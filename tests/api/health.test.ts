import { expect, test } from 'vitest';
import { apiBoard } from '#tests/api/api-board.ts';

test('a healthy board says so, engine by engine', async () => {
  const board = await apiBoard();
  const response = await board.ask('/healthz');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'ok',
    search: { embedded: { status: 'ok', waiting: 0, outboxAgeSeconds: 0 } },
  });
  await board.close();
});

test('an index that has waited too long for its changes is late, and the board still answers', async () => {
  const board = await apiBoard();
  const { client } = board.database;
  await client.execute("update jobs set title = title || ' again', updated_at = updated_at + 1 where seq = 1");
  await client.execute({ sql: 'update search_outbox set enqueued_at = ?', args: [board.now - 3_600_000] });
  const response = await board.ask('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'degraded',
    search: { embedded: { status: 'late', waiting: 1, outboxAgeSeconds: 3600 } },
  });
  await board.close();
});

test('a board without its database is down', async () => {
  const board = await apiBoard();
  await board.close();
  const response = await board.ask('/healthz');
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'down', database: 'down', search: {} });
});
