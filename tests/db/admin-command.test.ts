import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, activity, addressChanges, mails, passkeys, sessions, totpFactors } from '#db/schema/account-tables.ts';
import { auditActors, auditLog } from '#db/schema/moderation-tables.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import type { FreshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
import { seededDatabase } from '#tests/support/seeded-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'keepword-test-'));
let database: FreshDatabase;
beforeAll(async () => {
  database = await seededDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const execute = promisify(execFile);

/** The command, as `npm run admin` starts it: what it says, and whether it did it. */
async function admin(...args: readonly string[]): Promise<{ readonly done: boolean; readonly says: string }> {
  const { url, token } = database.address;
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, DATABASE_URL: url, DATABASE_TOKEN: token };
  const started = execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'worker/local/admin.ts', ...args], { env });
  return started.then(
    ({ stdout }) => ({ done: true, says: stdout }),
    ({ stderr }) => ({ done: false, says: stderr }),
  );
}

const now = Date.now();
const addApp = ({ id }: TestAccount) => database.db.insert(totpFactors).values({ accountId: id, secret: 'sealed', createdAt: now });
const roleOf = async ({ id }: TestAccount) => (await database.db.select().from(accounts).where(eq(accounts.id, id)))[0]?.role;
const openOf = async ({ id }: TestAccount) => (await database.db.select().from(sessions).where(eq(sessions.accountId, id))).length;
const linesOf = async ({ id }: TestAccount) =>
  (await database.db.select().from(activity).where(eq(activity.accountId, id))).map(({ kind, details }) => [kind, details]);
const mailsTo = async ({ id }: TestAccount) =>
  (await database.db.select().from(mails).where(eq(mails.accountId, id))).map(({ kind }) => kind);

test('an account with a second factor becomes administrator, signs in anew, and is told', async () => {
  const account = await makeAccount(database.db);
  await addApp(account);
  await signedIn({ database }, account);
  expect(await admin('grant', account.email.toUpperCase())).toMatchObject({ done: true, says: expect.stringContaining('administrator') });
  expect([await roleOf(account), await openOf(account), await mailsTo(account)]).toEqual(['administrator', 0, ['role-granted']]);
  expect(await linesOf(account)).toEqual([['role-granted', { name: 'administrator' }]]);
  expect(await admin('grant', account.email)).toMatchObject({ done: false, says: expect.stringContaining('already') });
});

test(
  'each command writes a line into the log of staff, with the operator as actor and the person by pseudonym',
  proves('staff-acts-chained'),
  async () => {
    const account = await makeAccount(database.db);
    await addApp(account);
    const before = (await database.db.select().from(auditLog)).length;
    for (const args of [
      ['grant', account.email, 'moderator'],
      ['end-sessions', account.email],
      ['revoke', account.email],
      ['reset-factor', account.email],
    ])
      expect((await admin(...args)).done, args[0]).toBe(true);
    expect((await admin('grant', account.email)).done).toBe(false);
    const lines = (await database.db.select().from(auditLog).orderBy(auditLog.seq)).slice(before);
    expect(lines.map(({ act }) => act)).toEqual(['role-granted', 'sessions-ended', 'role-revoked', 'factor-reset']);
    const [named] = await database.db.select().from(auditActors).where(eq(auditActors.accountId, account.id));
    expect(new Set(lines.map(({ actor, subjectKind, subject }) => [actor, subjectKind, subject].join(' ')))).toEqual(
      new Set([`operator person ${named?.pseudonym}`]),
    );
  },
);

test('without a second factor nobody becomes anything', async () => {
  const account = await makeAccount(database.db);
  await signedIn({ database }, account);
  const { done, says } = await admin('grant', account.email, 'moderator');
  expect([done, says]).toEqual([false, expect.stringContaining('has no second factor yet')]);
  expect([await roleOf(account), await openOf(account), await mailsTo(account), await linesOf(account)]).toEqual(['seeker', 1, [], []]);
});

test('a passkey is a second factor, and a role can be taken back', async () => {
  const account = await makeAccount(database.db);
  const key = {
    id: account.id,
    accountId: account.id,
    name: 'a key',
    publicKey: Buffer.from('x'),
    counter: 0,
    transports: [],
    createdAt: now,
  };
  await database.db.insert(passkeys).values(key);
  expect((await admin('grant', account.email, 'moderator')).done).toBe(true);
  expect(await roleOf(account)).toBe('moderator');
  await signedIn({ database }, { id: account.id, role: 'moderator' });
  expect((await admin('revoke', account.email)).done).toBe(true);
  expect([await roleOf(account), await openOf(account)]).toEqual(['seeker', 0]);
  expect(await admin('revoke', account.email)).toMatchObject({ done: false, says: expect.stringContaining('no role to take back') });
});

test('anyone’s sessions can be ended', async () => {
  const [account, other] = [await makeAccount(database.db), await makeAccount(database.db)];
  for (const person of [account, account, other]) await signedIn({ database }, person);
  expect(await admin('end-sessions', account.email)).toEqual({ done: true, says: 'Sessions ended: 2.\n' });
  expect([await openOf(account), await openOf(other)]).toEqual([0, 1]);
});

test('with the sessions ends the change of address that was asked for in one of them', async () => {
  const { id, email } = await makeAccount(database.db);
  const thief = { oldEmail: email, newEmail: 'thief@mail.example', newEmailKey: 'thief@mail.example' };
  await database.db.insert(addressChanges).values({ id: 'asked', accountId: id, askedAt: now, ...thief });
  expect((await admin('end-sessions', email)).done).toBe(true);
  expect(await database.db.select().from(addressChanges).where(eq(addressChanges.accountId, id))).toEqual([]);
});

test('lost factors are taken away from whom the operator knows', async () => {
  const account = await makeAccount(database.db);
  await addApp(account);
  expect((await admin('reset-factor', account.email)).done).toBe(true);
  expect(await database.db.select().from(totpFactors).where(eq(totpFactors.accountId, account.id))).toEqual([]);
});

test('what it does not understand it refuses, and says what it knows', async () => {
  for (const args of [
    [],
    ['grant'],
    ['crown', 'me@mail.example'],
    ['grant', 'me@mail.example', 'king'],
    ['revoke', 'me@mail.example', 'moderator'],
  ])
    expect(await admin(...args), args.join(' ')).toMatchObject({ done: false, says: expect.stringContaining('npm run admin') });
  expect(await admin('grant', 'nobody@mail.example')).toMatchObject({ done: false, says: expect.stringContaining('No confirmed account') });
  expect(await admin('grant', 'not an address')).toMatchObject({ done: false, says: expect.stringContaining('is not an e-mail address') });
});
