import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownBrowsersRepository } from '#db/repositories/known-browsers.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { endSessionsStatements, sessionsRepository } from '#db/repositories/sessions.ts';
import { accounts, activity, knownBrowsers, mails, sessions, totpFactors } from '#db/schema/account-tables.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { preparer } from '#tests/support/mails.ts';
import { proves } from '#tests/support/proves.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { renewSession } from '#worker/accounts/renew-session.ts';
import { sessionIdIn } from '#worker/accounts/session-life.ts';
import { startSession } from '#worker/accounts/start-session.ts';
import { whoIs } from '#worker/accounts/who-is.ts';
import { isMember, type Role } from '#worker/kernel/actor.ts';
import { sha256 } from '#worker/kernel/hash.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 22, 12);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const VISIT: Visit = { browser: 'Firefox on Windows', country: 'FI', network: 'a network', knownBrowser: null, sessionId: null };

function contextAt(now: number) {
  const { db } = database;
  return {
    now,
    publicUrl: 'https://board.example',
    sessions: sessionsRepository(db),
    knownBrowsers: knownBrowsersRepository(db),
    prepareMail: preparer(now),
  };
}

interface Signed {
  readonly session: string;
  readonly browser: string;
}

async function signIn(account: TestAccount, now: number, visit: Partial<Visit> = {}): Promise<Signed> {
  const { cookies } = await startSession(contextAt(now), { account, proof: 'password', visit: { ...VISIT, ...visit } });
  const cookieIn = (name: string) => cookies.map((text) => new RegExp(`^__Host-${name}=([^;]+);`).exec(text)?.[1]).find(Boolean) ?? '';
  return { session: cookieIn('session'), browser: cookieIn('known-browser') };
}

const actorAt = async (session: string, now: number) => (await whoIs(contextAt(now), { session, link: undefined })).actor;
const isInAt = async (session: string, now: number) => isMember(await actorAt(session, now));
const newAccount = (role: Role = 'seeker') => makeAccount(database.db, { role, createdAt: START - DAY });
const rowsOf = (account: TestAccount) => database.db.select().from(sessions).where(eq(sessions.accountId, account.id));
const newDeviceMails = async ({ id }: TestAccount) =>
  (await database.db.select().from(mails).where(eq(mails.accountId, id))).filter(({ kind }) => kind === 'new-device').length;

test('the database holds the hash of a session’s id, and never the id', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  expect(sessionIdIn(session)).toBe(session);
  const [row] = await rowsOf(account);
  expect(row?.id).toBe(await sha256(session));
  expect(JSON.stringify(row)).not.toContain(session);
  expect(await isInAt(row?.id ?? '', START)).toBe(false);
});

test('a seeker’s session ends after 30 days without use, and after 90 in any case', async () => {
  const unused = await signIn(await newAccount(), START);
  expect(await isInAt(unused.session, START + 30 * DAY - MINUTE)).toBe(true);
  const forgotten = await signIn(await newAccount(), START);
  expect(await isInAt(forgotten.session, START + 30 * DAY)).toBe(false);
  const used = await signIn(await newAccount(), START);
  for (let day = 20; day < 90; day += 20) expect(await isInAt(used.session, START + day * DAY), `day ${day}`).toBe(true);
  expect(await isInAt(used.session, START + 90 * DAY - MINUTE)).toBe(true);
  expect(await isInAt(used.session, START + 90 * DAY)).toBe(false);
});

test.for(['employer', 'moderator', 'administrator'] as const)('%s: 12 hours without use, 7 days in any case', async (role) => {
  const forgotten = await signIn(await newAccount(role), START);
  expect(await isInAt(forgotten.session, START + 12 * HOUR)).toBe(false);
  const used = await signIn(await newAccount(role), START);
  for (let hour = 5; hour < 7 * 24; hour += 11) expect(await isInAt(used.session, START + hour * HOUR), `hour ${hour}`).toBe(true);
  expect(await isInAt(used.session, START + 7 * DAY)).toBe(false);
});

test('what has ended is taken out of the database when its cookie comes again', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  await isInAt(session, START + 31 * DAY);
  expect(await rowsOf(account)).toEqual([]);
});

test('a session that is used is written down as used again after some minutes, and not on each request', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  const seenAfter = async (ms: number) => {
    await isInAt(session, START + ms);
    return (await rowsOf(account))[0]?.seenAt;
  };
  expect(await seenAfter(9 * MINUTE)).toBe(START);
  expect(await seenAfter(11 * MINUTE)).toBe(START + 11 * MINUTE);
  expect(await seenAfter(12 * MINUTE)).toBe(START + 11 * MINUTE);
});

test('a session that was ended while a request was under way does not come back to life', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  const [row] = await rowsOf(account);
  await runBatch(database.db, endSessionsStatements(database.db, { accountId: account.id, exceptId: null }));
  const { sessions: repository } = contextAt(START);
  await repository.slide(row?.id ?? '', { now: START + HOUR, expiresAt: START + 30 * DAY });
  expect(await repository.renew({ id: row?.id ?? '', newId: 'another', now: START + HOUR, proof: 'password' })).toBeNull();
  expect(await rowsOf(account)).toEqual([]);
  expect(await isInAt(session, START + HOUR)).toBe(false);
});

test('another role ends a session, and so does the end of its account', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  await database.db.update(accounts).set({ role: 'moderator' }).where(eq(accounts.id, account.id));
  expect(await isInAt(session, START + MINUTE)).toBe(false);
  expect(await rowsOf(account)).toEqual([]);
  const other = await newAccount();
  const gone = await signIn(other, START);
  await database.db.delete(accounts).where(eq(accounts.id, other.id));
  expect(await isInAt(gone.session, START + MINUTE)).toBe(false);
});

test('proving again brings another id: the one before opens nothing, and the session ends no later', async () => {
  const account = await newAccount();
  const { session } = await signIn(account, START);
  const actor = await actorAt(session, START + HOUR);
  if (!isMember(actor)) throw new Error('not signed in');
  const { cookies } = await renewSession(contextAt(START + HOUR), { actor, proof: 'password-and-factor' });
  const renewed = /^__Host-session=([^;]+);/.exec(cookies[0] ?? '')?.[1] ?? '';
  expect(await isInAt(session, START + HOUR)).toBe(false);
  expect(await actorAt(renewed, START + HOUR)).toMatchObject({
    handle: actor.handle,
    provenAt: START + HOUR,
    proof: 'password-and-factor',
  });
  expect((await rowsOf(account))[0]?.endsAt).toBe(START + 90 * DAY);
});

test('signing in again in one browser takes the place of the session that it was in', async () => {
  const account = await newAccount();
  const first = await signIn(account, START);
  const second = await signIn(account, START + HOUR, { sessionId: await sha256(first.session), knownBrowser: first.browser });
  expect(second.session).not.toBe(first.session);
  expect(await isInAt(first.session, START + HOUR)).toBe(false);
  expect(await rowsOf(account)).toHaveLength(1);
  const lines = await database.db.select().from(activity).where(eq(activity.accountId, account.id));
  expect(lines.map(({ kind, details }) => [kind, details])).toEqual([
    ['signed-in', { browser: 'Firefox on Windows', country: 'FI' }],
    ['signed-in', { browser: 'Firefox on Windows', country: 'FI' }],
  ]);
});

test(
  'a mail tells of a sign-in from a new device, and not of the first of all or of one that is known',
  proves('sessions-in-view'),
  async () => {
    const account = await newAccount();
    const { browser } = await signIn(account, START);
    expect(await newDeviceMails(account), 'the first of all').toBe(0);
    await signIn(account, START + HOUR, { knownBrowser: browser });
    expect(await newDeviceMails(account), 'the same again').toBe(0);
    await signIn(account, START + HOUR, { knownBrowser: browser, country: 'unknown' });
    expect(await newDeviceMails(account), 'from nobody knows where').toBe(0);
    await signIn(account, START + 2 * HOUR, { knownBrowser: browser, country: 'SE' });
    expect(await newDeviceMails(account), 'another country').toBe(1);
    await signIn(account, START + 3 * HOUR, { knownBrowser: browser, country: 'SE', browser: 'Chrome on Android' });
    expect(await newDeviceMails(account), 'another kind of browser').toBe(2);
    await signIn(account, START + 4 * HOUR);
    expect(await newDeviceMails(account), 'no cookie').toBe(3);
  },
);

test('a browser’s cookie is known by its hash, for each account by itself, and only if this board gave it', async () => {
  const [mine, theirs] = [await newAccount(), await newAccount()];
  const { browser } = await signIn(mine, START);
  await signIn(theirs, START);
  const shared = await signIn(theirs, START + HOUR, { knownBrowser: browser });
  expect(shared.browser).toBe(browser);
  expect(await newDeviceMails(theirs)).toBe(1);
  const invented = 'x'.repeat(43);
  expect((await signIn(mine, START + HOUR, { knownBrowser: invented })).browser).not.toBe(invented);
  const rows = await database.db.select().from(knownBrowsers);
  expect(rows.map(({ id }) => id)).toContain(await sha256(browser));
  expect(JSON.stringify(rows)).not.toContain(browser);
});

test('a password that is changed while somebody signs in with the one before signs nobody in', async () => {
  const account = await newAccount();
  const proven = { account: { ...account, passwordHash: 'the hash before' }, proof: 'password', visit: VISIT } as const;
  await expect(startSession(contextAt(START), proven)).rejects.toThrow('has just changed');
  await expect(startSession(contextAt(START), { ...proven, account: { ...account, role: 'administrator' } })).rejects.toThrow(
    'has just changed',
  );
  expect(await rowsOf(account)).toEqual([]);
  expect(await database.db.select().from(knownBrowsers).where(eq(knownBrowsers.accountId, account.id))).toEqual([]);
});

test('a second factor that is added while somebody signs in by the password alone signs nobody in', async () => {
  const account = await newAccount();
  await database.db.insert(totpFactors).values({ accountId: account.id, secret: 'sealed', createdAt: START });
  await expect(startSession(contextAt(START), { account, proof: 'password', visit: VISIT })).rejects.toThrow('has just changed');
  expect(await rowsOf(account)).toEqual([]);
  await startSession(contextAt(START), { account, proof: 'password-and-factor', visit: VISIT });
  expect(await rowsOf(account)).toHaveLength(1);
});
