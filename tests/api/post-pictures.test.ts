import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { linkTokens } from '#db/schema/account-tables.ts';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { at } from '#tests/support/employers.ts';
import { aPng } from '#tests/support/pictures.ts';
import { aGig, makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { clearPictures } from '#worker/pictures/clear-pictures.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const HOUR = 3_600_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

async function give(account: TestAccount, post: string) {
  const form = new FormData();
  form.set('picture', new File([aPng()], 'holiday.png', { type: 'image/png' }));
  const headers = { Cookie: await signedIn(board, account), Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
  const response = await board.ask(`/api/hire/posts/${post}/pictures`, { method: 'POST', body: form, headers });
  return { status: response.status, body: await response.json() };
}

const later = (hours: number) => createContainer(configOf(board.env), () => board.now + hours * HOUR);
const files = () => later(0).files.list('pictures/');

async function endStopped(hours: number): Promise<void> {
  const { now, clock, retention, retentionRules, retentionRuns } = later(hours);
  const rows = retention['stopped-jobs'];
  if (rows === undefined) throw new Error('nothing keeps stopped-jobs');
  await carryOutRule(
    { now, clock, deadline: now + HOUR, chunk: 100, runs: retentionRuns },
    { rule: ruleOf(retentionRules, 'stopped-jobs'), rows },
  );
}

test(
  'the picture of a post is public with it, and its file is gone from the store with the post',
  proves('files-go-with-the-ad'),
  async () => {
    const firm = await makeEmployer(board.database.db);
    const { id } = await makePost(board.database.db, { employer: firm, now: board.now });
    const owner = await at(board, firm.owner);
    const first = await give(firm.owner, id);
    const given = await give(firm.owner, id);
    expect([first.status, given.status]).toEqual([201, 201]);
    const { picture, version } = given.body;
    const seen = async (cookie = '') => (await board.ask(`/pictures/${picture}`, { headers: { cookie } })).status;
    const staff = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
    const stranger = await signedIn(board, (await makeEmployer(board.database.db)).owner);
    const mine = await signedIn(board, firm.owner);
    expect([await seen(), await seen(stranger), await seen(mine), await seen(staff)]).toEqual([404, 404, 200, 200]);
    expect(await owner.post(`/api/hire/posts/${id}/submit`, { version })).toMatchObject({ status: 200 });
    const { decidePost, postRevisions } = later(0);
    const [revision] = await postRevisions.ofPost(id);
    const approval = await decidePost.approve({ revisionId: revision?.id ?? '' });
    expect(await runOrNothing(board.database.db, approval ?? [])).toBe(true);
    expect(await (await board.ask(`/api/jobs/${id}`)).json()).toMatchObject({ pictureId: picture });
    await clearPictures(later(2), 100);
    expect(await files()).toEqual([`pictures/${picture}`]);
    expect([await seen(), await seen(stranger)]).toEqual([200, 200]);
    await owner.post(`/api/hire/posts/${id}/stop`, {});
    expect([await seen(), await seen(mine)]).toEqual([404, 200]);
    await endStopped(31 * 24);
    await clearPictures(later(31 * 24 + 2), 100);
    expect(await files()).toEqual([]);
    expect((await board.ask(`/pictures/${picture}`)).status).toBe(404);
  },
);

test('nobody gives a picture for another’s post', async () => {
  const { id } = await makePost(board.database.db, { employer: await makeEmployer(board.database.db) });
  expect((await give((await makeEmployer(board.database.db)).owner, id)).status).toBe(404);
  expect((await give(await makeAccount(board.database.db), id)).status).toBe(404);
  expect(await files()).toEqual([]);
});

/** The cookie of a browser in which the link of a guest's ad was opened. */
async function openedLink(post: string): Promise<string> {
  const { token, link } = await issueLink(board.now, { kind: 'manage-post', subjectId: post });
  await board.database.db.insert(linkTokens).values(link);
  return `${doorCookieName('link', ORIGIN)}=${token}`;
}

async function withCookie(path: string, { cookie, method = 'GET' }: { readonly cookie: string; readonly method?: string }) {
  const sent = method === 'GET' ? {} : { body: '{}' };
  const headers = { Cookie: cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  const response = await board.ask(path, { method, headers, ...sent });
  const body = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  return { status: response.status, body, cookies: response.headers.getSetCookie() };
}

test('a copy has the picture, too, as a file of its own: what becomes of one says nothing of the other', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { employer: firm, now: board.now });
  const owner = await at(board, firm.owner);
  const { picture } = (await give(firm.owner, id)).body;
  const { body: copied } = await owner.post(`/api/hire/posts/${id}/copy`, {});
  const { fields } = (await owner.get(`/api/hire/posts/${copied.id}`)).body;
  expect(fields.pictureId).not.toBe(picture);
  expect(await files()).toEqual([picture, fields.pictureId].map((name) => `pictures/${name}`).sort());
  await owner.post(`/api/hire/posts/${id}/delete`, {});
  await clearPictures(later(2), 100);
  expect(await files()).toEqual([`pictures/${fields.pictureId}`]);
  const cookie = await signedIn(board, firm.owner);
  expect((await withCookie(`/pictures/${fields.pictureId}`, { cookie })).status).toBe(200);
  await owner.post(`/api/hire/posts/${copied.id}/delete`, {});
  await clearPictures(later(2), 100);
});

test('whoever has no account copies an ad by its link: a draft of this browser with the picture; a stranger copies nothing', async () => {
  const { id } = await makePost(board.database.db, { state: 'stopped', now: board.now });
  const cookie = await openedLink(id);
  const form = new FormData();
  form.set('picture', new File([aPng()], 'holiday.png', { type: 'image/png' }));
  const headers = { Cookie: cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
  expect((await board.ask(`/api/hire/posts/${id}/pictures`, { method: 'POST', body: form, headers })).status).toBe(201);
  const stranger = await withCookie(`/api/hire/posts/${id}/copy`, { cookie: '', method: 'POST' });
  expect([stranger.status, stranger.cookies]).toEqual([404, []]);
  const copied = await withCookie(`/api/hire/posts/${id}/copy`, { cookie, method: 'POST' });
  expect(copied.status).toBe(201);
  const draft = `${cookie}; ${copied.cookies.find((given) => given.startsWith(doorCookieName('draft', ORIGIN)))?.split(';')[0]}`;
  const seen = await withCookie(`/api/hire/posts/${copied.body.id}`, { cookie: draft });
  expect(seen).toMatchObject({ status: 200, body: { state: 'draft', guest: true, fields: { title: 'Nurse for nights' } } });
  expect((await withCookie(`/pictures/${seen.body.fields.pictureId}`, { cookie: draft })).status).toBe(200);
  expect((await withCookie(`/api/hire/posts/${copied.body.id}`, { cookie })).status).toBe(404);
  expect((await withCookie(`/api/hire/posts/${copied.body.id}/copy`, { cookie: draft, method: 'POST' })).status).toBe(409);
});

test('whoever is signed in copies an ad by its link into their account', async () => {
  const { id } = await makePost(board.database.db, { state: 'stopped', now: board.now, content: aGig() });
  const session = await signedIn(board, await makeAccount(board.database.db));
  const cookie = `${await openedLink(id)}; ${session}`;
  const copied = await withCookie(`/api/hire/posts/${id}/copy`, { cookie, method: 'POST' });
  expect([copied.status, copied.cookies]).toEqual([201, []]);
  expect(await withCookie(`/api/hire/posts/${copied.body.id}`, { cookie: session })).toMatchObject({ status: 200, body: { guest: false } });
});
