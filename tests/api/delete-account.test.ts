import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personTables } from '#db/data-map.ts';
import { emptyLog } from '#db/local/empty-log.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, activity, erasureArchive, mails, objections, signUps } from '#db/schema/account-tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { addEmployer } from '#tests/support/jobs.ts';
import { openedLink } from '#tests/support/opened-link.ts';
import { proves } from '#tests/support/proves.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { newId } from '#worker/kernel/random.ts';
import { askCopy } from '#worker/privacy/ask-copy.ts';
import { deleteAccount } from '#worker/privacy/delete-account.ts';
import { listBegun, listDone, noteBegun } from '#worker/privacy/erasure-ledger.ts';
import { keptLedger } from '#worker/privacy/kept-ledger.ts';
import { receiptKey } from '#worker/privacy/model/person.ts';
import { replayErasures } from '#worker/privacy/replay-erasures.ts';
import { verifyErasure } from '#worker/privacy/verify-erasure.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

const ORIGIN = 'https://board.example';
const HOUR = 3_600_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const container = () => createContainer(configOf(board.env), () => board.now);
const rowsOf = async (sql: string, args: readonly string[] = []) => (await board.database.client.execute({ sql, args: [...args] })).rows;
const exists = async (id: string) => (await rowsOf('select 1 from accounts where id = ?', [id])).length === 1;

async function remove(cookie: string, body: unknown = { password: PASSWORD }): Promise<Response> {
  return board.ask('/api/account/delete', ownPost(ORIGIN, { cookie, body }));
}

/** A row of somebody in every table that has rows of account holders. */
async function fill({ id, email }: TestAccount): Promise<void> {
  const { hashRecipient } = container();
  const recipient = await hashRecipient(email.toLowerCase());
  const employerSeq = await addEmployer(board.database.db, `Works ${newId()}`);
  const post = newId();
  const own = { account_id: id, invited_by: id, asked_by: id, recipient, sender: recipient, email_key: email.toLowerCase(), email };
  for (const { sqlName } of personTables()) {
    if (sqlName === 'accounts') continue;
    const columns = await rowsOf(`select name, type from pragma_table_info('${sqlName}')`);
    const rows = { ...own, employer_seq: employerSeq, post_id: post, ...(sqlName === 'posts' ? { id: post } : {}) };
    const values = columns.map(({ name, type }) => anyValue(String(name), String(type), rows));
    const names = columns.map(({ name }) => `"${String(name)}"`).join(', ');
    await board.database.client.execute({
      sql: `insert into ${sqlName} (${names}) values (${values.map(() => '?').join(', ')})`,
      args: values,
    });
  }
}

const FIXED: Readonly<Record<string, string | null>> = {
  sign_up_id: null,
  role: 'seeker',
  proof: 'password',
  state: 'waiting',
  reason: 'the word Xiphactinus',
  details: '{"name":"Xiphactinus"}',
  draft: null,
  wanted: '{}',
  rules: '[]',
  keywords: '[]',
  fields: '[]',
};

function anyValue(name: string, type: string, own: Readonly<Record<string, string | number>>): string | number | null {
  if (name in FIXED) return FIXED[name] ?? null;
  if (name in own) return own[name] ?? null;
  return type.toLowerCase() === 'integer' ? 1 : `${name} ${newId()}`;
}

async function mailTo(id: string) {
  const [receipt] = await board.database.db
    .select()
    .from(mails)
    .where(eq(mails.key, receiptKey(id)));
  return receipt === undefined ? null : { row: receipt, mail: await container().openMail(receipt) };
}

test(
  'deleting takes everything of somebody out of every store, at once, and the receipt alone is left',
  proves('delete-by-button', 'leaving-confirmed'),
  async () => {
    const account = await makeAccount(board.database.db, { email: 'Ada.Leaving@mail.example', name: 'Ada Xiphactinus' });
    const stays = await makeAccount(board.database.db);
    const cookie = await signedIn(board, account);
    await fill(account);
    const { files } = container();
    await files.put(`copies/${account.id}/one`, new TextEncoder().encode('a copy'));
    await files.put(`copies/${stays.id}/two`, new TextEncoder().encode('another'));

    const answer = await remove(cookie);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ is: 'deleted' });
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect(answer.headers.getSetCookie().map((text) => text.split('=')[0])).toContain('__Host-session');
    expect(answer.headers.getSetCookie().every((text) => text.includes('Max-Age=0'))).toBe(true);

    const person = { accountId: account.id, emailKey: account.emailKey, recipient: await container().hashRecipient(account.emailKey) };
    expect(await verifyErasure(container(), { person, at: board.now })).toEqual([]);
    expect(await files.list(`copies/${account.id}/`)).toEqual([]);
    expect(await files.list(`copies/${stays.id}/`)).toHaveLength(1);
    expect(await exists(stays.id)).toBe(true);
    expect(await (await board.ask('/api/session', { headers: { Cookie: cookie } })).json()).toEqual({ is: 'visitor' });

    const receipt = await mailTo(account.id);
    expect(receipt?.mail?.to).toBe('Ada.Leaving@mail.example');
    expect(receipt?.row).toMatchObject({ state: 'waiting', dueAt: board.now, expiresAt: board.now + 72 * HOUR, accountId: null });
    for (const store of [
      'Database',
      'Search index',
      'Files',
      'Mails',
      'Archive',
      'List of deletions',
      'Backups',
      'Copies of pages',
      'Mail provider',
      'Our mailbox',
    ])
      expect(receipt?.mail?.text).toContain(store);
    expect(receipt?.mail?.text).toContain('copies of your data were removed: 1');
  },
);

test(
  'nothing of somebody who left is in the bytes of the database file: no address, no name, no word',
  proves('delete-by-button', 'archive-sealed'),
  async () => {
    const account = await makeAccount(board.database.db, { email: 'zerubbabel@vanished.example', name: 'Xiphactinus Northropi' });
    await fill(account);
    const { file } = board.database;
    const bytes = async () => {
      emptyLog(file);
      const parts = [file, `${file}-wal`].filter((path) => existsSync(path));
      return Buffer.concat(await Promise.all(parts.map((path) => readFile(path))));
    };
    expect((await bytes()).includes('zerubbabel@vanished.example')).toBe(true);
    expect((await remove(await signedIn(board, account))).status).toBe(200);
    const after = await bytes();
    for (const word of ['zerubbabel', 'vanished.example', 'Northropi', 'Xiphactinus', account.id])
      expect(after.includes(word), word).toBe(word === account.id);
    expect(await rowsOf('select key from mails where key like ?', [`%${account.id}`])).toHaveLength(1);
  },
);

test('a former address goes with the account: also the mails from before there was an account', proves('delete-by-button'), async () => {
  const account = await makeAccount(board.database.db, { email: `before-${newId()}@former.example` });
  const { prepareMail, hashRecipient } = container();
  const until = board.now + HOUR;
  const order = { accountId: null, language: 'en', network: null, facts: { token: 'token', until } } as const;
  const mail = await prepareMail({ ...order, kind: 'confirm-sign-up', key: `confirm-sign-up/${newId()}`, to: account.email });
  await runBatch(board.database.db, queueStatements(board.database.db, [mail]));
  const cookie = await signedIn(board, account);
  const email = `after-${newId()}@mail.example`;
  expect((await board.ask('/api/account/address', ownPost(ORIGIN, { cookie, body: { email } }))).status).toBe(202);
  const link = await openedLink(board.database.client, { kind: 'confirm-address', to: email });
  const changed = await board.ask('/api/account/address/confirm', ownPost(ORIGIN, { cookie: `${cookie}; ${link}`, body: {} }));
  expect(changed.status).toBe(200);
  const kept = () => rowsOf('select kind from mails where recipient = ? order by kind', [mail.recipient]);
  expect(await kept()).toMatchObject([{ kind: 'address-changed' }, { kind: 'confirm-sign-up' }]);
  expect(mail.recipient).toBe(await hashRecipient(account.emailKey));

  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  expect(await kept()).toEqual([]);
});

test('what another account wanted with the address of somebody who left goes, too', proves('delete-by-button'), async () => {
  const account = await makeAccount(board.database.db, { email: `wanted-${newId()}@mail.example` });
  const other = await makeAccount(board.database.db);
  const cookie = await signedIn(board, other);
  const ask = (email: string) => board.ask('/api/account/address', ownPost(ORIGIN, { cookie, body: { email } }));
  const wishes = () => rowsOf('select new_email_key as wanted from address_changes where account_id = ?', [other.id]);
  await ask(account.email);
  expect(await wishes()).toEqual([{ wanted: account.emailKey }]);
  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  expect(await wishes()).toEqual([]);
  await ask('somewhere.else@mail.example');
  await deleteAccount(container(), { accountId: (await makeAccount(board.database.db)).id, why: 'wish', unusedSince: null });
  expect(await wishes()).toEqual([{ wanted: 'somewhere.else@mail.example' }]);
});

test('the archive keeps a keyed hash of the address and the date, and no route reads it', proves('archive-sealed'), async () => {
  const account = await makeAccount(board.database.db);
  await remove(await signedIn(board, account));
  const subject = await container().archiveSubject(account.emailKey);
  expect(await board.database.db.select().from(erasureArchive).where(eq(erasureArchive.subject, subject))).toEqual([
    { subject, erasedAt: board.now },
  ]);
  expect(subject).toMatch(/^[0-9a-f]{64}$/);
  expect(subject).not.toBe(await container().hashRecipient(account.emailKey));
});

test('the password is asked again, after a fresh proof, and whoever does not know it deletes nothing', async () => {
  const account = await makeAccount(board.database.db);
  const stale = await remove(await signedIn(board, account, { provenAt: board.now - HOUR }));
  expect([stale.status, (await stale.json()).error.code]).toEqual([403, 'step_up']);
  const cookie = await signedIn(board, account);
  for (const password of ['', 'a wrong password, quite long']) {
    const refused = await remove(cookie, { password });
    expect([refused.status, (await refused.json()).error.fields[0].field]).toEqual([400, 'password']);
  }
  expect((await remove(cookie, { password: PASSWORD, accountId: 'other' })).status).toBe(400);
  expect((await remove('')).status).toBe(401);
  expect(await exists(account.id)).toBe(true);
});

test('guessing the password at the door of deletion is slowed down', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) statuses.push((await remove(cookie, { password: `guess ${tries}` })).status);
  expect(statuses.at(-1)).toBe(429);
});

test('a frozen account, and staff, may delete themselves, the last administrator after being told', async () => {
  const frozen = await makeAccount(board.database.db, { restrictedAt: 1 });
  expect((await remove(await signedIn(board, frozen))).status).toBe(200);
  const last = await makeAccount(board.database.db, { role: 'administrator' });
  const cookie = await signedIn(board, last);
  const told = await board.ask('/api/account/deletion', { headers: { Cookie: cookie } });
  expect(await told.json()).toMatchObject({ lastAdministrator: true, asksPassword: true });
  expect((await remove(cookie)).status).toBe(200);
  expect(await exists(last.id)).toBe(false);
});

test('what stays and what goes is said from the data map and the rules', async () => {
  const account = await makeAccount(board.database.db);
  const answer = await board.ask('/api/account/deletion', { headers: { Cookie: await signedIn(board, account) } });
  const said = await answer.json();
  expect(said.goes.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['Your account', 'Your sign-ins', 'Mail to you']),
  );
  expect(said.stays.map(({ keep }: { keep: string }) => keep)).toEqual([
    '48 hours',
    ...Array(4).fill('24 months'),
    '30 days',
    '30 days',
    '72 hours',
    '30 days',
    '30 days',
    '24 months',
  ]);
  expect(JSON.stringify(said)).not.toMatch(/[{][a-z]+[.]/);
});

test('of many deletions at once one deletes, and there is one receipt', async () => {
  const account = await makeAccount(board.database.db);
  const cookies = await Promise.all(Array.from({ length: 5 }, () => signedIn(board, account)));
  const statuses = await Promise.all(cookies.map(async (cookie) => (await remove(cookie)).status));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(statuses.every((status) => status === 200 || status === 401)).toBe(true);
  expect(await exists(account.id)).toBe(false);
  expect(await rowsOf('select 1 from mails where key = ?', [receiptKey(account.id)])).toHaveLength(1);
  const subject = await container().archiveSubject(account.emailKey);
  expect(await rowsOf('select 1 from erasure_archive where subject = ?', [subject])).toHaveLength(1);
});

test('whoever signs in or writes while the account goes brings nothing of it back', async () => {
  const account = await makeAccount(board.database.db);
  await remove(await signedIn(board, account));
  await expect(signedIn(board, account)).rejects.toThrow();
  await expect(
    board.database.db.insert(activity).values({ id: newId(), accountId: account.id, at: 1, kind: 'signed-in', details: {} }),
  ).rejects.toThrow();
  expect(await rowsOf('select 1 from sessions where account_id = ?', [account.id])).toEqual([]);
});

test('a copy that is being made while the account goes is not kept, and whoever asked is told to sign in', async () => {
  const account = await makeAccount(board.database.db);
  const asking = container();
  const put: typeof asking.files.put = async (key, bytes) => {
    await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
    await asking.files.put(key, bytes);
  };
  const session = {
    sessionId: 'session',
    handle: 'handle',
    provenAt: board.now,
    proof: 'password',
    restricted: false,
    suspended: false,
  } as const;
  const asked = askCopy({ ...asking, files: { ...asking.files, put } }, { is: 'seeker', accountId: account.id, ...session });
  await expect(asked).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await asking.files.list(`copies/${account.id}/`)).toEqual([]);
});

test('a sign-up with the same address after the deletion begins anew and is left alone', async () => {
  const account = await makeAccount(board.database.db);
  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  const row = {
    id: newId(),
    email: account.email,
    emailKey: account.emailKey,
    passwordHash: 'hash',
    role: 'seeker',
    language: 'en',
  } as const;
  await board.database.db.insert(signUps).values({ ...row, termsVersion: 1, privacyVersion: 1, statedAge: 16, createdAt: board.now + 1 });
  await replayErasures(container());
  expect(await rowsOf('select 1 from sign_ups where id = ?', [row.id])).toHaveLength(1);
});

test('what broke off before the database is finished by the tick, with its receipt', proves('leaving-confirmed'), async () => {
  const account = await makeAccount(board.database.db);
  const person = { accountId: account.id, emailKey: account.emailKey, recipient: await container().hashRecipient(account.emailKey) };
  await noteBegun(container(), { person, at: board.now, why: 'wish', unusedSince: null });
  expect(await replayErasures(container())).toMatchObject({ finished: 1 });
  expect(await exists(account.id)).toBe(false);
  expect((await mailTo(account.id))?.row.dueAt).toBe(board.now);
  expect(await listBegun(container())).toEqual([]);
});

test('what broke off after the database keeps its receipt back until every store was read again', async () => {
  const account = await makeAccount(board.database.db);
  const broken = container();
  const failing = { ...broken, files: { ...broken.files, delete: () => Promise.reject(new Error('no bucket')) } };
  await expect(deleteAccount(failing, { accountId: account.id, why: 'wish', unusedSince: null })).rejects.toThrow('no bucket');
  expect(await exists(account.id)).toBe(false);
  expect((await mailTo(account.id))?.row.dueAt).toBe(board.now + 72 * HOUR);
  expect(await replayErasures(container())).toMatchObject({ finished: 1 });
  expect((await mailTo(account.id))?.row.dueAt).toBe(board.now);
});

test('an account that a restored database brings back is deleted again, without a second receipt', proves('delete-by-button'), async () => {
  const account = await makeAccount(board.database.db);
  const { passwordHash } = (await board.database.db.select().from(accounts).where(eq(accounts.id, account.id)))[0] ?? { passwordHash: '' };
  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  await board.database.db.delete(mails).where(eq(mails.key, receiptKey(account.id)));
  await board.database.db.delete(erasureArchive);
  await board.database.db.insert(accounts).values({ ...account, passwordHash });
  await board.database.db
    .insert(objections)
    .values({ id: newId(), accountId: account.id, purpose: 'security', reason: 'mine', madeAt: 1, dueAt: 1 });
  expect(await replayErasures(container())).toEqual({ finished: 0, again: 1 });
  expect(await exists(account.id)).toBe(false);
  expect(await mailTo(account.id)).toBeNull();
  expect(await board.database.db.select().from(erasureArchive)).toMatchObject([{ erasedAt: board.now }]);
  expect((await listDone(container())).filter(({ id }) => id === account.id)).toHaveLength(1);
});

test('the entry in the list of deletions ends at the moment that the receipt names, not a day later', proves('one-number'), async () => {
  const account = await makeAccount(board.database.db);
  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  const isListed = async () => (await listDone(container())).some(({ id }) => id === account.id);
  const { mail } = (await mailTo(account.id)) ?? {};
  expect(mail?.text).toContain('List of deletions');
  const rows = keptLedger(container());
  const endAt = after(board.now, ruleOf(RETENTION, 'erasure-ledger').keep);
  const run = { rule: 'erasure-ledger', slot: 1 };
  const endedAt = (now: number) => ({ now, cutoff: before(now, ruleOf(RETENTION, 'erasure-ledger').keep), limit: 500, run });
  await rows.remove(endedAt(endAt - 1));
  expect(await isListed()).toBe(true);
  await rows.remove(endedAt(endAt));
  expect(await isListed()).toBe(false);
});

test('the tick does the same, and its evidence says so', proves('delete-by-button'), async () => {
  const account = await makeAccount(board.database.db);
  const { passwordHash } = (await board.database.db.select().from(accounts).where(eq(accounts.id, account.id)))[0] ?? { passwordHash: '' };
  await deleteAccount(container(), { accountId: account.id, why: 'wish', unusedSince: null });
  await board.database.db.insert(accounts).values({ ...account, passwordHash });
  await runTick(board.env, { clock: () => board.now, log: () => {} });
  expect(await exists(account.id)).toBe(false);
  const [run] = await rowsOf("select outcome from task_runs where task = 'replay-erasures' order by slot desc limit 1");
  expect(run?.['outcome']).toBe('0 finished, 1 deleted again');
});
