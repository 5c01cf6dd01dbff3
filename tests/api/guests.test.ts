import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { openLastLink, visitorOf } from '#tests/support/door.ts';
import { aGuest, confirmed } from '#tests/support/guests.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { aPost, makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const stateOf = async (id: string) => (await rows('select state from posts where id = ?', id))[0]?.['state'];
const see = (path: string, cookie: string) => fetch(`${board.origin}${path}`, { headers: { cookie } });

test('an ad is written without an account: draft, address, link, button, and it waits for a moderator', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  const { ask, email, id, draft } = guest;
  expect((await ask(`/api/hire/posts/${id}/submit`, { version: 1 }, draft)).status).toBe(409);
  expect((await ask('/api/hire/guest/address', { email }, draft)).body).toEqual({ next: 'mail' });
  expect(await stateOf(id)).toBe('draft');
  const link = await openLastLink(board, { ask, email });
  expect(await (await see('/api/hire/guest', link)).json()).toMatchObject({ is: 'to-confirm', version: 1, title: 'Nurse for nights' });
  const answer = await ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, link);
  expect(answer.body).toEqual({ postId: id, submitted: true });
  expect(await stateOf(id)).toBe('submitted');
  expect((await mailsTo(board, email)).map(({ kind }) => kind)).toEqual(['confirm-post', 'manage-post']);
});

test('a mail to an address that nobody has confirmed carries no word of the ad', async () => {
  const { ask, email, draft } = await aGuest(board, { title: 'Words of a stranger' });
  await ask('/api/hire/guest/address', { email }, draft);
  const { facts } = await lastMailTo(board, email);
  expect([...Object.keys(facts)].sort()).toEqual(['token', 'until']);
});

test('confirming asks for the terms and the age, and for the version that was read', async () => {
  const { ask, email, id, draft } = await aGuest(board);
  await ask('/api/hire/guest/address', { email }, draft);
  const link = await openLastLink(board, { ask, email });
  expect([...(await ask('/api/hire/guest/confirm', { version: 1 }, link)).fields].sort()).toEqual(['age', 'terms']);
  const { body } = await ask('/api/hire/posts', {}, draft);
  expect(body).toBeDefined();
  const seen = await (await see(`/api/hire/posts/${id}`, draft)).json();
  await ask(`/api/hire/posts/${id}`, { fields: { ...seen.fields, title: 'Something else' }, version: 1 }, draft);
  expect((await ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, link)).status).toBe(409);
  expect((await ask('/api/hire/guest/confirm', { version: 2, age: true, terms: true }, link)).body).toMatchObject({ submitted: true });
});

test('once confirmed the browser that began it opens it no more, and the link does', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  const manage = await confirmed(board, guest);
  expect((await see(`/api/hire/posts/${guest.id}`, guest.draft)).status).toBe(404);
  expect((await see(`/api/hire/posts/${guest.id}`, manage)).status).toBe(200);
  expect(await (await see('/api/hire/guest', manage)).json()).toEqual({ is: 'own', postId: guest.id, email: guest.email });
  expect((await guest.ask(`/api/hire/posts/${guest.id}/withdraw`, {}, manage)).body).toMatchObject({ state: 'draft' });
});

test('the link of the mail is used up by confirming; the one to look after the ad is not', async () => {
  const guest = await aGuest(board);
  const { ask, email, draft } = guest;
  await ask('/api/hire/guest/address', { email }, draft);
  const link = await openLastLink(board, { ask, email });
  await ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, link);
  expect((await ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, link)).status).toBe(401);
  const { token } = await lastMailTo(board, email);
  for (const _ of [1, 2]) expect((await ask('/api/links/open', { token })).status).toBe(200);
});

test('whoever did not write it has it forgotten by one press', async () => {
  const { ask, email, id, draft } = await aGuest(board);
  await ask('/api/hire/guest/address', { email }, draft);
  const link = await openLastLink(board, { ask, email });
  expect((await ask('/api/hire/guest/refuse', {}, link)).status).toBe(200);
  expect(await stateOf(id)).toBeUndefined();
});

test('another address makes the link to the first one worthless', async () => {
  const guest = await aGuest(board);
  const { ask, email, draft } = guest;
  await ask('/api/hire/guest/address', { email: 'wrong@guests.example' }, draft);
  const { token } = await lastMailTo(board, 'wrong@guests.example');
  await ask('/api/hire/guest/address', { email }, draft);
  expect((await ask('/api/links/open', { token })).status).toBe(404);
});

test('a lost link is sent again, the newer kills the older, and nobody learns whether there is an ad', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  const manage = await confirmed(board, guest);
  const { ask, email, id } = guest;
  const known = await ask('/api/hire/guest/lost', { email });
  const unknown = await ask('/api/hire/guest/lost', { email: 'nobody@guests.example' });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect(await mailsTo(board, 'nobody@guests.example')).toEqual([]);
  expect((await see(`/api/hire/posts/${id}`, manage)).status).toBe(404);
  const { kind, facts } = await lastMailTo(board, email);
  expect(kind).toBe('lost-posts');
  const [post] = JSON.parse(JSON.stringify(facts['posts']));
  const { cookie } = await ask('/api/links/open', { token: post.token });
  expect((await see(`/api/hire/posts/${id}`, cookie)).status).toBe(200);
});

test('what is asked for addresses with and without an ad uses up a network’s mails alike', async () => {
  const guest = await aGuest(board);
  await confirmed(board, guest);
  await rows('update mails set created_at = created_at - 172800000');
  const counted = async (email: string) => {
    const before = await rows(`select network from mails where network is not null and state <> 'held'`);
    const ask = visitorOf(board);
    for (const _ of [1, 2, 3, 4]) await ask('/api/hire/guest/lost', { email });
    return (await rows(`select network from mails where network is not null and state <> 'held'`)).length - before.length;
  };
  expect(await counted(guest.email)).toBe(await counted('nobody-at-all@guests.example'));
  expect(JSON.stringify(await rows('select * from mails'))).not.toContain('no…');
});

test('a draft is not compared with the ads of an address that nobody has confirmed', async () => {
  const mine = aPost({ title: 'Keeper of bees', offeredBy: { name: 'Ada Ek', website: null } });
  const { id } = await makePost(board.database.db, { state: 'published', content: mine });
  const stranger = await aGuest(board, { title: 'Keeper of bees' });
  await stranger.ask('/api/hire/guest/address', { email: stranger.email }, stranger.draft);
  const given = await rows('select guest_hash from posts where id = ?', stranger.id);
  await rows('update posts set guest_hash = ? where id = ?', String(given[0]?.['guest_hash']), id);
  const { body } = await stranger.ask(`/api/hire/posts/${stranger.id}/check`, {}, stranger.draft);
  expect(body).toMatchObject({ fields: [], repeats: null });
});

test('asking again and again takes nobody’s link away: a mail that is held back changes nothing', async () => {
  const guest = await aGuest(board);
  await confirmed(board, guest);
  for (const _ of [1, 2, 3, 4, 5]) await visitorOf(board)('/api/hire/guest/lost', { email: guest.email });
  const { facts } = await lastMailTo(board, guest.email);
  const [post] = JSON.parse(JSON.stringify(facts['posts']));
  const { cookie } = await guest.ask('/api/links/open', { token: post.token });
  expect((await see(`/api/hire/posts/${guest.id}`, cookie)).status).toBe(200);
});

test('tokens and addresses stand nowhere in the clear', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  await confirmed(board, guest);
  const { token } = await lastMailTo(board, guest.email);
  const kept = JSON.stringify([...(await rows('select * from posts')), ...(await rows('select * from link_tokens'))]);
  expect(kept).not.toContain(guest.email);
  expect(kept).not.toContain(token);
});

test('a guest sees, takes along and deletes everything that is kept', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  const manage = await confirmed(board, guest);
  const answer = await see('/api/hire/guest/copy', manage);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const { of, data } = JSON.parse(strFromU8(files['your-data.json'] ?? new Uint8Array()));
  const only = (part: string) => data[part].rows;
  expect([of, only('posts'), only('postRevisions')]).toMatchObject(['ad', [{ guestAddress: guest.email }], [{ state: 'waiting' }]]);
  expect(only('mails').map(({ kind }: { kind: string }) => kind)).toContain('confirm-post');
  const page = strFromU8(files['your-data.html'] ?? new Uint8Array());
  for (const told of [guest.email, only('postRevisions')[0].content.title, 'What is kept about your ad']) expect(page).toContain(told);
  expect((await guest.ask(`/api/hire/posts/${guest.id}/delete`, {}, manage)).status).toBe(200);
  expect(await stateOf(guest.id)).toBeUndefined();
  expect((await see('/api/hire/guest/copy', manage)).status).toBe(401);
});

test('a draft joins an account by its person’s act alone', proves('guest-posts'), async () => {
  const guest = await aGuest(board);
  const account = await makeAccount(board.database.db);
  const cookie = `${await signedIn(board, account)}; ${guest.draft}`;
  expect((await (await see('/api/hire/posts', cookie)).json()).posts).toEqual([]);
  expect((await (await see('/api/hire/draft', cookie)).json()).post).toMatchObject({ id: guest.id, wasPublic: false });
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer: null }, cookie)).status).toBe(200);
  expect((await (await see('/api/hire/posts', cookie)).json()).posts).toMatchObject([{ id: guest.id, guest: false }]);
  expect((await see(`/api/hire/posts/${guest.id}`, guest.draft)).status).toBe(404);
});

test('a confirmed ad is claimed by its link, and its links open nothing any more', async () => {
  const guest = await aGuest(board);
  const manage = await confirmed(board, guest);
  const { owner, id: employer } = await makeEmployer(board.database.db);
  const cookie = `${await signedIn(board, owner)}; ${manage}`;
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer }, cookie)).status).toBe(200);
  expect((await see(`/api/hire/posts/${guest.id}`, manage)).status).toBe(404);
  expect(await rows('select 1 from link_tokens where subject_id = ?', guest.id)).toEqual([]);
});

test('what waits is not published under another name than it was read under: taken for an employer it is a draft, to be sent anew', async () => {
  const { db } = board.database;
  const guest = await aGuest(board);
  const manage = await confirmed(board, guest);
  const [read] = await rows(`select id, revision_id from cases where job_id = ? and state = 'open'`, guest.id);
  const { owner, id: employer } = await makeEmployer(db);
  const cookie = `${await signedIn(board, owner)}; ${manage}`;
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer }, cookie)).status).toBe(200);
  const taken = await (await see(`/api/hire/posts/${guest.id}`, cookie)).json();
  expect(taken).toMatchObject({ state: 'draft', hasWaiting: false, employer: { id: employer }, fields: { title: expect.any(String) } });
  const moderator = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  const late = await guest.ask(`/api/moderate/cases/${read?.['id']}/approve`, {}, moderator);
  expect(late.status).toBe(409);
  expect(await stateOf(guest.id)).toBe('draft');
  const sent = await guest.ask(`/api/hire/posts/${guest.id}/submit`, { version: taken.version }, cookie);
  expect(sent.status).toBe(200);
  expect(
    await rows(`select kind from cases where job_id = ? and state = 'open' and revision_id <> ?`, guest.id, String(read?.['revision_id'])),
  ).toEqual([{ kind: 'post' }]);
});

test('nobody claims what this browser does not hold, for an employer of others, or from a frozen account', async () => {
  const guest = await aGuest(board);
  const account = await makeAccount(board.database.db);
  const session = await signedIn(board, account);
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer: null }, session)).status).toBe(404);
  const { id: employer } = await makeEmployer(board.database.db);
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer }, `${session}; ${guest.draft}`)).status).toBe(409);
  const frozen = await signedIn(board, await makeAccount(board.database.db, { restrictedAt: Date.now() }));
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer: null }, `${frozen}; ${guest.draft}`)).status).toBe(403);
  expect((await guest.ask(`/api/hire/posts/${guest.id}/claim`, { employer: null }, guest.draft)).status).toBe(401);
});

test('one guest’s link opens no other’s ad, and a link to confirm looks after none', async () => {
  const [one, other] = [await aGuest(board), await aGuest(board)];
  const manage = await confirmed(board, one);
  expect((await see(`/api/hire/posts/${other.id}`, manage)).status).toBe(404);
  await other.ask('/api/hire/guest/address', { email: other.email }, other.draft);
  const link = await openLastLink(board, other);
  expect((await see(`/api/hire/posts/${other.id}`, link)).status).toBe(404);
  expect((await see('/api/hire/guest/copy', link)).status).toBe(404);
  expect((await other.ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, manage)).status).toBe(404);
});

test('an address is asked for only where a whole draft is, and for nobody who is signed in', async () => {
  const stranger = visitorOf(board);
  expect((await stranger('/api/hire/guest/address', { email: 'me@guests.example' })).status).toBe(404);
  const guest = await aGuest(board, { title: '' });
  expect((await guest.ask('/api/hire/guest/address', { email: guest.email }, guest.draft)).status).toBe(409);
  expect((await guest.ask('/api/hire/guest/address', { email: 'no address' }, guest.draft)).fields).toEqual(['email']);
});

test('signing out takes the draft’s cookie away', async () => {
  const guest = await aGuest(board);
  const response = await guest.ask('/api/sign-out', {}, guest.draft);
  expect(response.headers.getSetCookie().some((text) => text.startsWith('draft=; ') && text.includes('Max-Age=0'))).toBe(true);
});
