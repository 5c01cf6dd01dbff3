import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailChoices } from '#db/schema/account-tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { hashRecipient } from '#tests/support/mails.ts';
import { hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { newId } from '#worker/kernel/random.ts';

const WEBHOOK = 'what only the board and its mail provider know';

let board: ApiBoard;
let account: TestAccount;
beforeAll(async () => {
  board = await apiBoard({ vars: { MAIL_WEBHOOK_SECRET: WEBHOOK } });
});
beforeEach(async () => {
  await board.database.client.executeMultiple('delete from mail_suppressions; delete from mail_reports; delete from accounts;');
  account = await makeAccount(board.database.db);
});
afterAll(() => board.close());

interface Sent {
  readonly at?: number;
  readonly secret?: string;
  /** What arrives, where it is another than what was signed. */
  readonly arrives?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function signature(text: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hexadecimal(await hmac(key, text));
}

/** As the mail provider sends it: from elsewhere, with no browser. */
async function report(body: unknown, { at = board.now, secret = WEBHOOK, arrives, headers = {} }: Sent = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(at / 1000));
  const signed = { 'Mail-Timestamp': timestamp, 'Mail-Signature': await signature(`${timestamp}.${text}`, secret) };
  return board.ask('/api/mail/reports', {
    method: 'POST',
    body: arrives ?? text,
    headers: { 'Content-Type': 'application/json', ...signed, ...headers },
  });
}

const bounce = () => ({ id: newId(), type: 'bounce', email: account.email });
const rows = async (table: string) => (await board.database.client.execute(`select * from ${table} order by rowid`)).rows;

async function switchOn(...kinds: readonly ('newsletter' | 'surveys')[]): Promise<void> {
  for (const kind of kinds) {
    const chosen = { accountId: account.id, wanted: true, chosenAt: board.now - 1000, surface: 'account', privacyVersion: 1 } as const;
    await board.database.db.insert(mailChoices).values({ id: newId(), kind, ...chosen });
  }
}

test('a mail that came back marks its address, by its keyed hash', async () => {
  const response = await report(bounce());
  expect([response.status, await response.json()]).toEqual([200, { new: true }]);
  expect(await rows('mail_suppressions')).toMatchObject([
    { recipient: await hashRecipient(account.emailKey), reason: 'bounce', at: board.now },
  ]);
  expect(JSON.stringify([await rows('mail_suppressions'), await rows('mail_reports'), board.logs])).not.toContain(account.email);
});

test('a complaint ends every mail that has a switch, says so in the activity, and outranks a bounce', async () => {
  await switchOn('newsletter', 'surveys');
  await report({ ...bounce(), type: 'complaint', email: account.email.toUpperCase() });
  await report(bounce());
  expect(await rows('mail_suppressions')).toMatchObject([{ reason: 'complaint' }]);
  const off = (await rows('mail_choices')).filter(({ wanted }) => wanted === 0);
  expect(off.map(({ kind }) => kind).sort()).toEqual(['newsletter', 'surveys']);
  expect((await rows('activity')).map(({ kind }) => kind)).toEqual(['mail-complained']);
  const [after] = await rows('accounts');
  expect(after?.['active_at']).toBe(account.activeAt);
});

test('a report that comes twice counts once', async () => {
  const once = bounce();
  await report(once);
  await board.database.client.execute('delete from mail_suppressions');
  expect(await (await report(once)).json()).toEqual({ new: false });
  expect(await rows('mail_suppressions')).toEqual([]);
});

test('clocks may differ by five minutes, no more', async () => {
  for (const minutes of [-4.9, 4.9]) expect((await report(bounce(), { at: board.now + minutes * 60_000 })).status).toBe(200);
  for (const minutes of [-5.1, 5.1, -600]) expect((await report(bounce(), { at: board.now + minutes * 60_000 })).status).toBe(401);
});

test('what was not signed like this is refused, whoever is signed in', async () => {
  const cookie = await signedIn(board, account);
  const whole = JSON.stringify(bounce());
  for (const wrong of [
    await report(bounce(), { secret: 'another secret, of the right length' }),
    await report(whole, { arrives: whole.replace('bounce', 'complaint') }),
    await report(bounce(), { headers: { 'Mail-Signature': '' } }),
    await report(bounce(), { headers: { 'Mail-Signature': 'x'.repeat(64) } }),
    await report(bounce(), { headers: { 'Mail-Timestamp': '' } }),
    await report(bounce(), { headers: { 'Mail-Signature': '', Cookie: cookie } }),
  ])
    expect(wrong.status).toBe(401);
  expect(await rows('mail_reports')).toEqual([]);
});

test.each([
  '',
  'no json',
  '[]',
  '{"id":"x"}',
  '{"id":"","type":"bounce","email":"a@b.example"}',
  '{"id":"x","type":"open","email":"a@b.example"}',
  '{"id":"x","type":"bounce","email":"nobody"}',
])('a signed body such as %s is refused with what to send', async (body) => {
  const response = await report(body);
  expect(response.status).toBe(400);
  expect((await response.json()).error.fields).toHaveLength(1);
});

test('a body beyond all measure is not read', async () => {
  expect((await report({ ...bounce(), note: 'x'.repeat(10_000) })).status).toBe(413);
});

test('a board without a secret for reports has no such address', async () => {
  const without = await apiBoard();
  const response = await without.ask('/api/mail/reports', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  expect(response.status).toBe(404);
  await without.close();
});
