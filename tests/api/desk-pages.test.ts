import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const pageFor = async (account: TestAccount, path: string) => {
  const Cookie = await signedIn(board, account);
  return (await fetch(`${board.origin}/hire/${path}`, { headers: { Cookie } })).text();
};

test('the only owner of an employer reads how to hand it over; whoever may leave has the button', async () => {
  const firm = await makeEmployer(board.database.db);
  const page = `employers/${firm.id}/members`;
  const owners = await pageFor(firm.owner, page);
  expect(owners).toContain('To leave, hand it over first');
  expect(owners).not.toContain('value="leave"');
  expect(await pageFor(firm.recruiter, page)).toContain('value="leave"');
});

test('while an ad waits, its author reads what was sent; afterwards nothing is shown as sent', async () => {
  const employer = await makeEmployer(board.database.db);
  const waits = await makePost(board.database.db, { state: 'submitted', employer });
  const open = await makePost(board.database.db, { state: 'published', employer });
  const [sent, decided] = await Promise.all([waits, open].map(({ id }) => pageFor(employer.owner, `posts/${id}`)));
  expect(sent).toMatch(/<summary>What you sent[\s\S]+<article class="ad"/);
  expect(decided).not.toContain('<article class="ad"');
});
