import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import type { TasksView } from '#worker/staff/model/board-view.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const DAY = 86_400_000;

test('administrators see what each retention rule found and deleted, and how old the oldest is that it left', async () => {
  const { client, db } = board.database;
  const today = Math.floor(board.now / DAY);
  const run = (back: number, deleted: number) => ({
    sql: `insert into retention_runs (rule, slot, started_at, finished_at, span_from, span_until, counted, deleted, oldest_left)
      values ('drafts', ?, ?, ?, 0, 0, ?, ?, ?)`,
    args: [today - back, board.now - back * DAY, board.now - back * DAY + 1, deleted + 1, deleted, board.now - 29 * DAY],
  });
  await client.batch([run(0, 3), run(1, 4), run(40, 100)]);
  const cookie = await signedIn(board, await makeAccount(db, { role: 'administrator' }));
  const { retention }: TasksView = await (await board.ask('/api/admin/tasks', { headers: { Cookie: cookie } })).json();
  expect(retention).toEqual([
    {
      rule: 'drafts',
      finishedAt: new Date(board.now + 1).toISOString(),
      found: 4,
      deleted: 3,
      deletedSince: 7,
      oldestLeft: new Date(board.now - 29 * DAY).toISOString(),
    },
  ]);
});
