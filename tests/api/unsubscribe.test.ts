import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newsReaders } from '#db/repositories/news-readers.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mailChoices } from '#db/schema/account-tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { MAIL_SECRET, preparer } from '#tests/support/mails.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import { readIssue } from '#worker/mail/model/news-issue.ts';
import { type Unsubscribing, unsubscribeToken } from '#worker/mail/model/unsubscribe-token.ts';
import { orderNews } from '#worker/mail/order-news.ts';

let board: ApiBoard;
let account: TestAccount;
beforeAll(async () => {
  board = await apiBoard();
});
beforeEach(async () => {
  await board.database.client.executeMultiple('delete from mails; delete from accounts;');
  account = await makeAccount(board.database.db);
  await choose(account, 'newsletter', true);
});
afterAll(() => board.close());

let moment = 1;

async function choose(of: TestAccount, kind: 'newsletter' | 'surveys', wanted: boolean): Promise<void> {
  moment += 1;
  const chosen = { accountId: of.id, wanted, chosenAt: moment, surface: 'account', privacyVersion: 1 } as const;
  await board.database.db.insert(mailChoices).values({ id: newId(), kind, ...chosen });
}

const token = (kind: 'newsletter' | 'surveys' = 'newsletter', of = account) => unsubscribeToken(MAIL_SECRET, { accountId: of.id, kind });
/** As a mail program does it: from nowhere, with a form of its own. */
const press = (given: string, headers: Readonly<Record<string, string>> = {}) =>
  board.ask(`/api/mail/unsubscribe?token=${given}`, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
const readers = async (kind: 'newsletter' | 'surveys' = 'newsletter') =>
  (await newsReaders(board.database.db, kind, { after: '', limit: 100 })).map(({ id }) => id);
const rows = async (table: string) => (await board.database.client.execute(`select * from ${table} order by rowid`)).rows;

test('one press in a mail program ends that kind of mail, and no other', proves('each-mail-own-switch'), async () => {
  await choose(account, 'surveys', true);
  const response = await press(await token());
  expect([response.status, await response.json()]).toEqual([200, { stopped: 'newsletter' }]);
  expect(await readers()).toEqual([]);
  expect(await readers('surveys')).toEqual([account.id]);
  expect((await rows('mail_choices')).at(-1)).toMatchObject({ kind: 'newsletter', wanted: 0, surface: 'unsubscribe' });
  expect((await rows('activity')).map(({ kind }) => kind)).toEqual(['mail-stopped']);
});

test('pressed again, or by somebody whose account is gone, nothing more happens', async () => {
  const once = await token();
  await press(once);
  expect((await press(once)).status).toBe(200);
  expect(await rows('mail_choices')).toHaveLength(2);
  expect(await rows('activity')).toHaveLength(1);
  await board.database.client.execute('delete from accounts');
  expect((await press(once)).status).toBe(200);
});

test('the link is about its own account, whoever is signed in, and opens no session', async () => {
  const other = await makeAccount(board.database.db);
  await choose(other, 'newsletter', true);
  const response = await press(await token(), {
    Cookie: await signedIn(board, other),
    Origin: 'https://mail.elsewhere.example',
    'Sec-Fetch-Site': 'cross-site',
  });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await readers()).toEqual([other.id]);
});

test('opening it changes nothing, and leads to the page with the button', async () => {
  const given = await token();
  const response = await board.ask(`/api/mail/unsubscribe?token=${given}`);
  expect([response.status, new URL(response.headers.get('Location') ?? '').pathname]).toEqual([303, '/unsubscribe']);
  expect(await readers()).toEqual([account.id]);
});

test('a link that was cut, changed or made up ends nothing', async () => {
  const whole = await token();
  for (const wrong of ['x', whole.slice(0, -1), whole.replace('newsletter', 'surveys'), `${whole}${whole}`])
    expect((await press(wrong)).status).toBe(404);
  expect((await press('x'.repeat(300))).status).toBe(400);
  expect(await readers()).toEqual([account.id]);
});

const context = () => ({
  readers: (after: string) => newsReaders(board.database.db, 'newsletter', { after, limit: 2 }),
  unsubscribeToken: (unsubscribing: Unsubscribing) => unsubscribeToken(MAIL_SECRET, unsubscribing),
  prepareMail: preparer(board.now),
  queue: (mails: Parameters<typeof queueStatements>[1]) => runBatch(board.database.db, queueStatements(board.database.db, mails)),
});

const issueOf = async (text: string) => {
  const issue = await readIssue('newsletter', text);
  if (issue === null) throw new Error('no issue');
  return issue;
};

test('an issue goes to those whose newest choice is a yes, and not to the frozen or those who object', async () => {
  const { db } = board.database;
  const [again, changed, frozen, objecting] = await Promise.all([
    makeAccount(db),
    makeAccount(db),
    makeAccount(db, { restrictedAt: 1 }),
    makeAccount(db, { marketingObjectedAt: 1 }),
  ]);
  await makeAccount(db);
  for (const one of [again, changed, frozen, objecting]) await choose(one, 'newsletter', true);
  await choose(changed, 'newsletter', false);
  await choose(again, 'newsletter', false);
  await choose(again, 'newsletter', true);
  expect(await orderNews(context(), await issueOf('# November\n\nText'))).toBe(2);
  expect((await rows('mails')).map((row) => row['account_id']).sort()).toEqual([account.id, again.id].sort());
});

test('an issue that was broken off and begun again reaches nobody twice; another one does', async () => {
  for (let more = 0; more < 4; more += 1) await choose(await makeAccount(board.database.db), 'newsletter', true);
  let left = 2;
  const breaking = {
    ...context(),
    queue: async (mails: Parameters<typeof queueStatements>[1]) => {
      if (left === 0) throw new Error('broken off');
      left -= 1;
      await context().queue(mails);
    },
  };
  await expect(orderNews(breaking, await issueOf('# November\n\nText'))).rejects.toThrow('broken off');
  expect(await rows('mails')).toHaveLength(4);
  await orderNews(context(), await issueOf('# November\n\nText'));
  expect(await rows('mails')).toHaveLength(5);
  await orderNews(context(), await issueOf('# December\n\nText'));
  expect(await rows('mails')).toHaveLength(10);
});

test('a file without a subject, or with nothing below it, is no issue', async () => {
  for (const text of ['', 'No subject', '# Only a subject', '# Only a subject\n \n', '## Too deep\n\nText'])
    expect(await readIssue('surveys', text)).toBeNull();
});
