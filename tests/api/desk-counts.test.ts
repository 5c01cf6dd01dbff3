import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { makeEmployer, publishedPost } from '#tests/support/posts.ts';
import type { CountsView } from '#worker/posts/model/counts-view.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

test('an employer sees what all its ads count together, and nothing that one of them does not tell', async () => {
  const { db, client } = board.database;
  const [employer, other] = [await makeEmployer(db), await makeEmployer(db)];
  const [first, second] = [await publishedPost(db, employer), await publishedPost(db, employer)];
  const foreign = await publishedPost(db, other);
  const day = new Date(board.now).toISOString().slice(0, 10);
  const count = (id: string, what: string, many: number) => ({
    sql: 'insert into post_counts (job_id, day, what, count) values (?, ?, ?, ?)',
    args: [id, day, what, many],
  });
  await client.batch([
    count(first.id, 'view', 31),
    count(second.id, 'view', 12),
    count(second.id, 'reveal', 9),
    count(first.id, 'reveal', 11),
    count(foreign.id, 'view', 500),
  ]);
  const see = async (cookie: string) => board.ask('/api/hire/counts', { headers: { Cookie: cookie } });
  const seen: CountsView = await (await see(await signedIn(board, employer.recruiter))).json();
  expect(seen.days[0]).toMatchObject({ day, view: 43, reveal: 11, leave: null });
  expect(seen.total).toMatchObject({ view: 40, reveal: 10 });
  const nobody: CountsView = await (await see(await signedIn(board, await makeAccount(db)))).json();
  expect(nobody.days).toEqual([]);
  expect((await board.ask('/api/hire/counts')).status).toBe(401);
});
