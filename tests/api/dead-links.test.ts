import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { at } from '#tests/support/employers.ts';
import { DAY } from '#tests/support/jobs.ts';
import { makeEmployer, publishedPost } from '#tests/support/posts.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { checkLinks } from '#worker/relay/check-links.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const URL_GONE = 'https://firm.example/apply';

async function look(day: number, status: number): Promise<void> {
  const container = createContainer(configOf(board.env), () => board.now + day * DAY);
  const fetchPublic = async () => ({ is: 'answer', status, type: 'text/html', location: null, text: '' }) as const;
  await checkLinks({ ...container, fetchPublic });
}

test('whoever looks after an ad is written to once about a dead link, and sees it at the desk until it works', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await publishedPost(board.database.db, firm, { apply: { by: 'url', url: URL_GONE } });
  const owner = await at(board, firm.owner);
  const deadLink = async () => (await owner.get(`/api/hire/posts/${id}`)).body.deadLink;
  const mails = async () => {
    const { rows } = await board.database.client.execute("select count(*) as count from mails where kind = 'post-link-dead'");
    return Number(rows[0]?.['count']);
  };
  await look(0, 404);
  expect([await deadLink(), await mails()]).toEqual([null, 0]);
  await look(1, 404);
  await look(2, 404);
  expect([await deadLink(), await mails()]).toEqual([URL_GONE, 1]);
  await look(3, 200);
  expect([await deadLink(), await mails()]).toEqual([null, 1]);
});
