import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownPost, signedIn } from '#tests/support/accounts.ts';
import { DAY } from '#tests/support/jobs.ts';
import { aPost, makeEmployer, makePost, publishedPost, type TestEmployer } from '#tests/support/posts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { goneAnswer } from '#worker/jobs/model/view-schemas.ts';

let board: TestBoard;
let employer: TestEmployer;
let owner: string;
beforeAll(async () => {
  board = await startBoard();
  employer = await makeEmployer(board.database.db);
  owner = await signedIn(board, employer.owner);
}, 120_000);
afterAll(() => board.close());

async function remove(id: string): Promise<void> {
  const asked = ownPost(board.origin, { cookie: owner, body: {} });
  expect((await fetch(`${board.origin}/api/hire/posts/${id}/delete`, asked)).status).toBe(200);
}

const ask = (id: string) => fetch(`${board.origin}/api/jobs/${id}`);
const page = (id: string) => fetch(`${board.origin}/jobs/nurse-for-nights-${id}`);

test('an ad that its author deletes is gone, not unknown: page and API say so and keep none of its words', async () => {
  const words = { title: 'Lamplighter of the quay', description: `${aPost().description} By the quay.` };
  const { id } = await publishedPost(board.database.db, employer, words);
  expect((await ask(id)).status).toBe(200);
  await remove(id);
  const [answer, shown] = [await ask(id), await page(id)];
  expect([answer.status, shown.status]).toEqual([410, 410]);
  expect(goneAnswer.strict().parse(await answer.json()).gone).toEqual({ why: 'deleted' });
  const html = await shown.text();
  expect(html).toContain('This ad was deleted');
  expect(html).toContain('noindex');
  expect(html).not.toContain('Lamplighter');
  expect(await (await fetch(`${board.origin}/sitemaps/jobs.xml`)).text()).not.toContain(id);
});

test('so it is where another ad of the same words has taken its place, and where it was stopped before', async () => {
  const [first, second] = [await publishedPost(board.database.db, employer), await publishedPost(board.database.db, employer)];
  const stopped = await makePost(board.database.db, { state: 'stopped', employer, content: aPost({ title: 'Stopped first' }) });
  for (const { id } of [first, stopped]) await remove(id);
  expect(await Promise.all([first, stopped, second].map(async ({ id }) => (await ask(id)).status))).toEqual([410, 410, 200]);
});

test('what never was public stays unknown when it is deleted', async () => {
  for (const state of ['draft', 'submitted', 'rejected'] as const) {
    const { id } = await makePost(board.database.db, { state, employer });
    await remove(id);
    expect((await ask(id)).status, state).toBe(404);
  }
});

test('after a month nothing remembers a deleted ad', async () => {
  const { id } = await publishedPost(board.database.db, employer, { title: 'Soon forgotten' });
  await remove(id);
  await board.database.client.execute({
    sql: 'update post_fingerprints set posted_at = posted_at - ?1, left_at = left_at - ?1 where post_id = ?2',
    args: [30 * DAY, id],
  });
  await board.tick();
  expect((await ask(id)).status).toBe(404);
});
