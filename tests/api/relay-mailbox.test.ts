import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { anAddress, visitorOf } from '#tests/support/door.ts';
import { aGuest, confirmed } from '#tests/support/guests.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { makeEmployer, publishedPost } from '#tests/support/posts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

/** Somebody with an account writes to the contact of an ad: how many mails each of these mailboxes got. */
async function written(jobId: string, mailboxes: readonly string[]): Promise<readonly number[]> {
  const cookie = await signedIn(board, await makeAccount(board.database.db));
  const message = { name: 'Ada Lind', message: 'Is the job still open? I can begin in May.' };
  const { status } = await visitorOf(board)(`/api/jobs/${jobId}/relay`, message, cookie);
  expect(status).toBe(202);
  return Promise.all(
    mailboxes.map(async (mailbox) => (await mailsTo(board, mailbox)).filter(({ kind }) => kind === 'relay-message').length),
  );
}

async function approve(postId: string): Promise<void> {
  const { rows } = await board.database.client.execute(`select id from cases where job_id = '${postId}' and state = 'open'`);
  const moderator = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
  const { status, body } = await visitorOf(board)(`/api/moderate/cases/${rows[0]?.['id']}/approve`, {}, moderator);
  expect([status, body]).toMatchObject([200, {}]);
}

const naming = (value: string) => ({ contacts: [{ kind: 'mail', value } as const] });

test('no stranger’s words go to an address that nobody has confirmed: the author gets them', async () => {
  const employer = await makeEmployer(board.database.db);
  const named = anAddress();
  const { id } = await publishedPost(board.database.db, employer, naming(named));
  expect(await written(id, [named, employer.owner.email])).toEqual([0, 1]);
});

test('messages go to a colleague whom the ad names, who has confirmed the own address', async () => {
  const employer = await makeEmployer(board.database.db);
  const { id } = await publishedPost(board.database.db, employer, naming(employer.recruiter.email.toUpperCase()));
  expect(await written(id, [employer.recruiter.email, employer.owner.email])).toEqual([1, 0]);
});

test('messages go to whatever address of its proven domain an ad names, and to none of another domain', async () => {
  const proven = { verifiedDomain: 'example.com', verifiedAt: 1, verifiedBy: 'dns' } as const;
  const employer = await makeEmployer(board.database.db, proven);
  const inside = await publishedPost(board.database.db, employer, naming('jobs@people.example.com'));
  expect(await written(inside.id, ['jobs@people.example.com', employer.owner.email])).toEqual([1, 0]);
  const outside = await publishedPost(board.database.db, employer, naming('jobs@notexample.com'));
  expect(await written(outside.id, ['jobs@notexample.com', employer.owner.email])).toEqual([0, 1]);
});

test('an ad without an account behind it has its messages at the address that its author has confirmed', async () => {
  const named = anAddress();
  const guest = await aGuest(board, naming(named));
  await confirmed(board, guest);
  await approve(guest.id);
  expect(await written(guest.id, [named, guest.email])).toEqual([0, 1]);
});
