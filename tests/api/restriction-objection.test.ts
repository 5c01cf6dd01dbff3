import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, activity, mailChoices, mails, objections } from '#db/schema/account-tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { proves } from '#tests/support/proves.ts';
import { FROZEN_SENTENCE } from '#worker/accounts/model/frozen.ts';
import { createApp } from '#worker/app.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { patternOf } from '#worker/http/authorise.ts';
import { objectionsView } from '#worker/privacy/model/objection-view.ts';
import { after, months } from '#worker/promises/model/duration.ts';

const ORIGIN = 'https://board.example';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const post = async (path: string, { cookie, body = {} }: { cookie: string; body?: unknown }) =>
  board.ask(path, ownPost(ORIGIN, { cookie, body }));
const restrict = (cookie: string, restricted: boolean) => post('/api/account/restriction', { cookie, body: { restricted } });
const object = (cookie: string, body: unknown) => post('/api/account/objections', { cookie, body });
const columns = async (id: string) => (await board.database.db.select().from(accounts).where(eq(accounts.id, id)))[0];
const linesOf = async (id: string) =>
  (await board.database.db.select().from(activity).where(eq(activity.accountId, id))).map(({ kind }) => kind);
const mailsOf = ({ id }: TestAccount, kind: string) =>
  board.database.db
    .select()
    .from(mails)
    .where(and(eq(mails.accountId, id), eq(mails.kind, kind)));

async function seen(cookie: string) {
  return objectionsView.parse(await (await board.ask('/api/account/objections', { headers: { Cookie: cookie } })).json());
}

test('a person freezes their account and ends that again, and is told by mail each time', proves('freeze-by-button'), async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  expect(await (await restrict(cookie, true)).json()).toEqual({ since: new Date(board.now).toISOString() });
  expect((await columns(account.id))?.restrictedAt).toBe(board.now);
  expect((await restrict(cookie, true)).status).toBe(200);
  expect(await mailsOf(account, 'restriction-changed')).toHaveLength(1);
  expect(await (await restrict(cookie, false)).json()).toEqual({ since: null });
  expect(await mailsOf(account, 'restriction-changed')).toHaveLength(2);
  expect(await linesOf(account.id)).toEqual(expect.arrayContaining(['restricted', 'unrestricted']));
});

test('freezing concerns nobody else, and nobody else may do it', async () => {
  const [account, other] = await Promise.all([makeAccount(board.database.db), makeAccount(board.database.db)]);
  expect((await restrict('', true)).status).toBe(401);
  expect(
    (await post('/api/account/restriction', { cookie: await signedIn(board, account), body: { restricted: true, accountId: other.id } }))
      .status,
  ).toBe(400);
  expect((await restrict(await signedIn(board, account), true)).status).toBe(200);
  expect((await columns(other.id))?.restrictedAt).toBeNull();
});

/**
 * What a frozen account may do: everybody's own way in and out, what is no write about the account, what a link from a mail opens, reading a
 * contact, reporting and objecting. What is written about posts is tried in the tests of posts.
 */
const STILL =
  /^POST \/api\/(consent|counters|sign-|forgot|reset|links\/|prove|dev\/|mail\/|account\/(sessions\/|copy|restriction|delete|address\/(confirm|undo))|hire\/(?!posts$)|notices\/|decisions|relay\/|contacts\/|jobs\/)/;

/** What nobody of this kind of account may do, frozen or not. */
const OF_OTHERS = 'This is not for your kind of account.';

/** As a browser sends one that it has made. */
const CREDENTIAL = {
  id: 'abcd',
  rawId: 'abcd',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'abcd', attestationObject: 'abcd', transports: [] },
};

const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/account/profile': { name: 'New', language: 'en', region: '' },
  'POST /api/account/passkeys/{id}/rename': { name: 'New' },
  'POST /api/account/passkeys': { name: 'New', credential: CREDENTIAL },
  'POST /api/account/mail': { newsletter: true },
  'POST /api/account/address': { email: 'new@mail.example' },
  'POST /api/account/password': { current: 'a long password that the tests know', password: 'another long password of theirs' },
  'POST /api/hire/posts': { kind: 'gig', employer: null, fields: {} },
  'POST /api/account/objections': { purpose: 'direct-marketing' },
  'POST /api/account/factors/app/confirm': { code: '123456' },
};

test('every route that writes about an account refuses one that is frozen', proves('freeze-by-button'), async () => {
  const account = await makeAccount(board.database.db, { restrictedAt: 1 });
  const app = createApp({ clock: () => 0, log: () => {} });
  const routes = [...new Set(app.routes.filter(({ method }) => method === 'POST').map(({ path }) => `POST ${patternOf(path)}`))];
  const writes = routes.filter((route) => !STILL.test(route));
  expect(writes.length).toBeGreaterThan(8);
  const answers: Record<string, unknown> = {};
  for (const route of writes) {
    const path = route.slice('POST '.length).replaceAll(/\{\w+\}/g, 'abcdefghijklmnopqrst');
    const answer = await post(path, { cookie: await signedIn(board, account), body: BODIES[route] ?? {} });
    const message = (await answer.json()).error?.message;
    answers[route] = [answer.status, message === OF_OTHERS ? FROZEN_SENTENCE : message];
  }
  expect(answers).toEqual(Object.fromEntries(writes.map((route) => [route, [403, FROZEN_SENTENCE]])));
});

test('objecting to advertising is obeyed at once: every switch is off and locked until it is withdrawn', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  expect((await post('/api/account/mail', { cookie, body: { newsletter: true } })).status).toBe(200);
  expect((await object(cookie, { purpose: 'direct-marketing' })).status).toBe(200);
  const choices = await board.database.db.select().from(mailChoices).where(eq(mailChoices.accountId, account.id));
  const off = choices.filter(({ surface }) => surface === 'objection');
  expect(off.map(({ kind }) => kind).toSorted()).toEqual(['employer-mail', 'newsletter', 'product-mail', 'surveys']);
  expect(off.every(({ wanted }) => !wanted)).toBe(true);
  expect((await post('/api/account/mail', { cookie, body: { surveys: true } })).status).toBe(403);
  expect((await object(cookie, { purpose: 'direct-marketing' })).status).toBe(409);
  expect(await mailsOf(account, 'objection')).toEqual([]);
  expect(await seen(cookie)).toMatchObject({ marketingSince: new Date(board.now).toISOString(), objections: [{ state: 'in-force' }] });
  expect((await post('/api/account/objections/direct-marketing/withdraw', { cookie })).status).toBe(200);
  expect(await seen(cookie)).toMatchObject({ marketingSince: null, objections: [{ state: 'withdrawn' }] });
  expect((await post('/api/account/mail', { cookie, body: { surveys: true } })).status).toBe(200);
});

test('an objection to a use that rests on an interest goes to the data protection contact, due within a month', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  expect((await seen(cookie)).uses.map(({ id }) => id)).toEqual(['security']);
  const reason = 'I am hunted, and a list of browsers is a list of places.';
  expect((await object(cookie, { purpose: 'security', reason })).status).toBe(200);
  const [mail] = await mailsOf(account, 'objection');
  const opened = mail === undefined ? null : await createContainer(configOf(board.env), () => board.now).openMail(mail);
  expect(opened?.to).toBe(thisBoard.dataProtection.mail);
  expect(opened?.text).toContain(reason);
  expect(opened?.text).toContain(account.email);
  const due = new Date(after(board.now, months(1))).toISOString();
  expect((await seen(cookie)).objections).toEqual([expect.objectContaining({ use: 'Security', reason, dueAt: due, state: 'waits' })]);
  expect((await object(cookie, { purpose: 'security', reason })).status).toBe(409);
  expect(await linesOf(account.id)).toEqual(['objected']);
});

test('a reason is asked where the law asks for one, and only uses that rest on an interest can be objected to', async () => {
  const cookie = await signedIn(board, await makeAccount(board.database.db));
  const fieldOf = async (body: unknown) => (await (await object(cookie, body)).json()).error.fields[0].field;
  expect(await fieldOf({ purpose: 'security', reason: '   ' })).toBe('reason');
  expect(await fieldOf({ purpose: 'account', reason: 'no' })).toBe('purpose');
  expect(await fieldOf({ purpose: 'security', reason: 'x'.repeat(5000) })).toBe('reason');
  expect(await fieldOf({ reason: 'no' })).toBe('purpose');
});

test('nobody withdraws the objection of another, or their own twice', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  await object(cookie, { purpose: 'security', reason: 'mine' });
  await object(cookie, { purpose: 'direct-marketing' });
  const stranger = await signedIn(board, await makeAccount(board.database.db));
  const made = await board.database.db.select().from(objections).where(eq(objections.accountId, account.id));
  for (const { id } of made) expect((await post(`/api/account/objections/${id}/withdraw`, { cookie: stranger })).status).toBe(404);
  expect((await columns(account.id))?.marketingObjectedAt).toBe(board.now);
  for (const { id } of made) {
    expect((await post(`/api/account/objections/${id}/withdraw`, { cookie })).status).toBe(200);
    expect((await post(`/api/account/objections/${id}/withdraw`, { cookie })).status).toBe(404);
  }
  expect((await columns(account.id))?.marketingObjectedAt).toBeNull();
});

test('the same objection many times at once is one', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  const answers = await Promise.all(Array.from({ length: 6 }, () => object(cookie, { purpose: 'security', reason: 'mine' })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await mailsOf(account, 'objection')).toHaveLength(1);
});
