import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkTokens } from '#db/schema/account-tables.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { aGig, aPost, makeEmployer, makePost, type TestEmployer, type TestPost, typed } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newSecret } from '#worker/kernel/secret.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import { POST_STATES, type PostState } from '#worker/posts/model/post-state.ts';
import type { PostView } from '#worker/posts/model/post-view.ts';
import { nextState } from '#worker/posts/model/transitions.ts';
import { BEGUN_A_DAY } from '#worker/promises/model/post-periods.ts';

let board: TestBoard;
let employer: TestEmployer;
let owner: string;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  employer = await makeEmployer(board.database.db);
  owner = await signedIn(board, employer.owner);
}, 120_000);
afterAll(() => board.close());

const rows = async (statement: string) => (await board.database.client.execute(statement)).rows.map((row) => ({ ...row }));

async function post(path: string, { cookie = '', body = {} }: { cookie?: string; body?: object } = {}) {
  const answer = await fetch(`${board.origin}${path}`, ownPost(board.origin, { cookie, body }));
  return { status: answer.status, body: await answer.json(), setCookie: answer.headers.getSetCookie() };
}

async function get(path: string, cookie = '') {
  const answer = await fetch(`${board.origin}${path}`, { headers: { Cookie: cookie, Connection: 'close' } });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}

const seen = async (id: string, cookie = owner): Promise<PostView> => (await get(`/api/hire/posts/${id}`, cookie)).body;

/** As somebody would fill the form in, on a board that knows the town. */
const filled = (content: PostContent = aPost()): DraftFields => ({ ...typed(content), places: ['Malmö'] });

async function begun(fields: DraftFields, cookie = owner, wanted: object = { kind: 'job', employer: employer.id }): Promise<string> {
  const { status, body } = await post('/api/hire/posts', { cookie, body: { ...wanted, fields } });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

/** The cookie of a browser in which the link of a guest's post was opened. */
async function openedLink(postId: string): Promise<string> {
  const token = newSecret();
  const now = Date.now();
  await board.database.db
    .insert(linkTokens)
    .values({ id: await sha256(token), kind: 'manage-post', subjectId: postId, createdAt: now, expiresAt: now + 600_000 });
  return `link=${token}`;
}

test(
  'a member writes a post, is told all that is missing, hands it in, and nothing is public yet',
  proves('published-by-you'),
  async () => {
    const id = await begun({ title: 'Nurse' });
    const checked = await post(`/api/hire/posts/${id}/check`, { cookie: owner });
    expect(checked.body.fields.map(({ field }: { field: string }) => field)).toEqual([
      'description',
      'language',
      'category',
      'places',
      'employmentTypes',
      'salaryMin',
      'apply',
    ]);
    const refused = await post(`/api/hire/posts/${id}/submit`, { cookie: owner, body: { version: 1 } });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
    const saved = await post(`/api/hire/posts/${id}`, { cookie: owner, body: { fields: filled(), version: 1 } });
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    const submitted = await post(`/api/hire/posts/${id}/submit`, { cookie: owner, body: { version: 2 } });
    expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted', hasWaiting: true, hasDraft: false } });
    expect((await get(`/api/jobs/${id}`)).status).toBe(404);
    expect(await rows(`select kind, state, title from cases where job_id = '${id}'`)).toEqual([
      { kind: 'post', state: 'open', title: 'Nurse for nights' },
    ]);
  },
);

test('fifty presses of the same button hand one version in once', async () => {
  const id = await begun(filled(aPost({ title: 'Porter' })));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post(`/api/hire/posts/${id}/submit`, { cookie: owner, body: { version: 1 } })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await rows(`select count(*) as n from post_revisions where post_id = '${id}'`)).toEqual([{ n: 1 }]);
  expect(await rows(`select count(*) as n from cases where job_id = '${id}'`)).toEqual([{ n: 1 }]);
}, 60_000);

test('who saves over what somebody else has saved meanwhile is told so, and nothing is lost', async () => {
  const id = await begun(filled());
  const colleague = await signedIn(board, employer.recruiter);
  expect((await post(`/api/hire/posts/${id}`, { cookie: colleague, body: { fields: { title: 'Mine' }, version: 1 } })).status).toBe(200);
  expect((await post(`/api/hire/posts/${id}`, { cookie: owner, body: { fields: { title: 'Yours' }, version: 1 } })).status).toBe(409);
  expect((await seen(id)).fields).toMatchObject({ title: 'Mine' });
});

test.each([
  ['a day that is over', { publishOn: '2020-01-01' }, 'publishOn'],
  ['an end before the beginning', { validThrough: '2020-01-01' }, 'validThrough'],
  ['pay on request', { salaryMin: '', salaryMax: '' }, 'salaryMin'],
  ['a range that is too wide, without a reason', { salaryMin: '1000', salaryMax: '9000' }, 'payReason'],
  ['a link without https', { apply: 'url', applyUrl: 'http://firm.example.org/jobs' }, 'applyUrl'],
  ['a link into a private network', { apply: 'url', applyUrl: 'https://192.168.0.1/jobs' }, 'applyUrl'],
  ['a place that nobody knows', { places: ['Nowhereville upon Nothing'] }, 'places'],
  ['more text than a post may have', { description: 'x'.repeat(30_000) }, 'description'],
])('%s is refused beside its field', async (_, wrong, field) => {
  const id = await begun({ ...filled(), ...wrong });
  const { status, body } = await post(`/api/hire/posts/${id}/submit`, { cookie: owner, body: { version: 1 } });
  expect(status).toBe(400);
  expect(body.error.fields.map((problem: { field: string }) => problem.field)).toEqual([field]);
});

test('200 kB of Markdown are refused, and so is a field that no form has', async () => {
  const id = await begun(filled());
  expect(
    (await post(`/api/hire/posts/${id}`, { cookie: owner, body: { fields: { description: 'x'.repeat(200_000) }, version: 1 } })).status,
  ).toBe(413);
  expect((await post(`/api/hire/posts/${id}`, { cookie: owner, body: { fields: { isAdmin: 'yes' }, version: 1 } })).status).toBe(400);
});

test('HTML and script in any field come out as text', async () => {
  const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const content = aPost({
    title: `Nurse ${bad}`.slice(0, 110),
    description: `${aPost().description}\n\n${bad}\n\n[link](javascript:alert(1))`,
    skills: [bad.slice(0, 40)],
  });
  const id = await begun(filled(content));
  const { body } = await get(`/api/hire/posts/${id}/preview`, owner);
  expect(body.fields).toEqual([]);
  expect(body.job.descriptionHtml).not.toMatch(/<script|<img|href="javascript/);
});

test('the preview shows the ad without contacts, and its author what was taken out', async () => {
  const id = await begun(filled(aPost({ description: `${aPost().description} Write to eva@firm.example.` })));
  const { body } = await get(`/api/hire/posts/${id}/preview`, owner);
  expect(body.job.description).not.toContain('eva@firm.example');
  expect(body.taken).toEqual([{ field: 'description', kind: 'mail', value: 'eva@firm.example' }]);
});

test('a post is stopped and resumed at once, in every channel', proves('stop-it-yourself'), async () => {
  const { id } = await makePost(board.database.db, { state: 'published', employer });
  await board.tick();
  expect((await get(`/api/jobs/${id}`)).status).toBe(200);
  expect(await post(`/api/hire/posts/${id}/stop`, { cookie: owner })).toMatchObject({
    status: 200,
    body: { state: 'stopped', publicUrl: null },
  });
  expect((await get(`/api/jobs/${id}`)).status).toBe(410);
  expect((await get('/api/jobs?q=nights')).body.jobs.map((job: { id: string }) => job.id)).not.toContain(id);
  expect(await (await fetch(`${board.origin}/feeds/jobs.xml`)).text()).not.toContain(id);
  expect(await post(`/api/hire/posts/${id}/resume`, { cookie: owner })).toMatchObject({ status: 200, body: { state: 'published' } });
  expect((await get(`/api/jobs/${id}`)).status).toBe(200);
});

test('a copy begins a post of its own, and what is over is put in again under its old day', proves('dates-stay-honest'), async () => {
  const made = await makePost(board.database.db, {
    state: 'stopped',
    employer,
    now: Date.now() - 5 * 86_400_000,
    content: { ...aPost({ title: 'Baker' }), places: (await town()).places },
  });
  const copied = await post(`/api/hire/posts/${made.id}/copy`, { cookie: owner });
  expect(copied.status).toBe(201);
  expect(await seen(copied.body.id)).toMatchObject({ state: 'draft', fields: { title: 'Baker' }, postedAt: null });
  const { version, postedAt } = await seen(made.id);
  const relisted = await post(`/api/hire/posts/${made.id}/relist`, { cookie: owner, body: { version } });
  expect(relisted).toMatchObject({ status: 200, body: { state: 'submitted', postedAt } });
});

test('an ad of one’s own is put under an employer that one works for as a copy that is looked at, and under no other’s', async () => {
  const author = { is: 'member', accountId: employer.owner.id } as const;
  const own = await makePost(board.database.db, { state: 'published', author, content: aGig({ title: 'Harps strung' }) });
  const { id: others } = await makeEmployer(board.database.db);
  const refused = await post(`/api/hire/posts/${own.id}/copy`, { cookie: owner, body: { employer: others } });
  expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ field: 'employer' }] } } });
  const copied = await post(`/api/hire/posts/${own.id}/copy`, { cookie: owner, body: { employer: employer.id } });
  expect(copied.status).toBe(201);
  expect(await seen(copied.body.id)).toMatchObject({ state: 'draft', employer: { id: employer.id }, fields: { title: 'Harps strung' } });
  expect(await seen(own.id)).toMatchObject({ state: 'published', employer: null });
});

async function town(): Promise<Pick<PostContent, 'places'>> {
  const [place] = await rows(`select id, name, country from places where name = 'Malmö' and kind = 'town'`);
  return { places: aPost().places.map((known) => ({ ...known, placeId: String(place?.['id']) })) };
}

test('an edit of what is public waits, and can be taken back', async () => {
  const { id } = await makePost(board.database.db, { state: 'published', employer });
  const { version } = await seen(id);
  await post(`/api/hire/posts/${id}`, { cookie: owner, body: { fields: filled(aPost({ title: 'Nurse for mornings' })), version } });
  const submitted = await post(`/api/hire/posts/${id}/submit`, { cookie: owner, body: { version: version + 1 } });
  expect(submitted.body).toMatchObject({ state: 'published', hasWaiting: true, title: 'Nurse for mornings' });
  expect((await get(`/api/jobs/${id}`)).body.title).toBe('Nurse for nights');
  const later = { cookie: owner, body: { fields: filled(aPost({ title: 'Nurse for evenings' })), version: submitted.body.version } };
  expect((await post(`/api/hire/posts/${id}`, later)).status).toBe(200);
  expect((await get(`/api/hire/posts/${id}/sent`, owner)).body.job.title).toBe('Nurse for mornings');
  expect((await get(`/api/hire/posts/${id}/sent`)).status).toBe(404);
  expect((await post(`/api/hire/posts/${id}/withdraw`, { cookie: owner })).body).toMatchObject({ hasWaiting: false, hasDraft: true });
  expect((await get(`/api/hire/posts/${id}/sent`, owner)).status).toBe(404);
  expect(await rows(`select state from cases where job_id = '${id}' order by opened_at desc limit 1`)).toEqual([{ state: 'withdrawn' }]);
});

test('a draft begun signed out belongs to its browser alone, and is handed in once its address is confirmed', async () => {
  const { status, body, setCookie } = await post('/api/hire/posts', { body: { kind: 'gig', fields: filled(aGig()) } });
  expect(status).toBe(201);
  const cookie = setCookie[0]?.split(';')[0] ?? '';
  expect(setCookie[0]).toMatch(/HttpOnly/);
  expect(await seen(body.id, cookie)).toMatchObject({ state: 'draft', guest: true });
  expect((await get(`/api/hire/posts/${body.id}`)).status).toBe(404);
  expect((await post(`/api/hire/posts/${body.id}/submit`, { cookie, body: { version: 1 } })).status).toBe(409);
});

test('a network begins so many ads a day signed out; its neighbours and whoever is signed in go on', async () => {
  const begun = async (network: string, cookie = '') => {
    const headers = { 'Content-Type': 'application/json', Origin: board.origin, 'CF-Connecting-IP': network, Cookie: cookie };
    const body = JSON.stringify({ kind: 'gig', fields: {} });
    const response = await fetch(`${board.origin}/api/hire/posts`, { method: 'POST', headers, body });
    await response.text();
    return response;
  };
  const statuses = await Promise.all(Array.from({ length: BEGUN_A_DAY.exactPerDay + 5 }, async () => (await begun('198.51.100.7')).status));
  expect(statuses.filter((status) => status === 201)).toHaveLength(BEGUN_A_DAY.exactPerDay);
  const refused = await begun('198.51.100.7');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60);
  expect((await begun('198.51.100.8')).status).toBe(201);
  expect((await begun('198.51.100.7', owner)).status).toBe(201);
});

test('every transition, tried by every actor in every state: the author what the table allows, everybody else nothing', async () => {
  const { db } = board.database;
  const stranger = await makeEmployer(db);
  const strangers: Readonly<Record<string, string>> = {
    visitor: '',
    seeker: await signedIn(board, await makeAccount(db)),
    'owner of another employer': await signedIn(board, stranger.owner),
    moderator: await signedIn(board, await makeAccount(db, { role: 'moderator' })),
    administrator: await signedIn(board, await makeAccount(db, { role: 'administrator' })),
    'guest of another post': await openedLink((await makePost(db, { state: 'published' })).id),
    'browser with another draft': `draft=${newSecret()}`,
  };
  const acts = ['save', 'submit', 'withdraw', 'stop', 'resume', 'relist', 'delete'] as const;
  for (const state of POST_STATES) {
    for (const act of acts) {
      for (const [name, cookie] of Object.entries(strangers)) {
        const made = await shared(state);
        expect((await tried(act, { id: made.id, cookie })).status, `${name}: ${act} of ${state}`).toBe(404);
      }
      const mine = await makePost(db, { state, employer, content: { ...aPost(), ...(await town()) } });
      expect(await did(act, { made: mine, cookie: owner }), `owner: ${act} of ${state}`).toBe(expected(act, state));
      const guests = await makePost(db, {
        state,
        content: { ...aPost({ offeredBy: { name: 'Ada Ek', website: null } }), ...(await town()) },
      });
      expect(await did(act, { made: guests, cookie: await openedLink(guests.id) }), `guest: ${act} of ${state}`).toBe(expected(act, state));
    }
  }
}, 120_000);

type Act = 'save' | 'submit' | 'withdraw' | 'stop' | 'resume' | 'relist' | 'delete';
const made = new Map<PostState, TestPost>();

/** Nobody changes it, or the test has failed. */
async function shared(state: PostState): Promise<TestPost> {
  const known = made.get(state) ?? (await makePost(board.database.db, { state, employer }));
  made.set(state, known);
  return known;
}

async function tried(act: Act, { id, cookie, version = 1 }: { id: string; cookie: string; version?: number }) {
  if (act === 'save') return post(`/api/hire/posts/${id}`, { cookie, body: { fields: filled(), version } });
  return post(`/api/hire/posts/${id}/${act}`, { cookie, body: act === 'submit' || act === 'relist' ? { version } : {} });
}

/** What became of it: the state, or a refusal. Where something has to be written first, it is. */
async function did(act: Act, { made, cookie }: { made: TestPost; cookie: string }): Promise<string> {
  const before = await seen(made.id, cookie);
  const isWritten = act === 'submit' && before.state !== 'rejected' && before.state !== 'expired';
  if (isWritten) {
    const fields = { ...before.fields, title: 'Nurse, other words' };
    await post(`/api/hire/posts/${made.id}`, { cookie, body: { fields, version: before.version } });
  }
  const { status } = await tried(act, { id: made.id, cookie, version: before.version + (isWritten ? 1 : 0) });
  if (status !== 200) return `refused ${status}`;
  const [row] = await rows(`select state from posts where id = '${made.id}'`);
  return String(row?.['state'] ?? 'gone');
}

/** By the table; nothing waits to be taken back of what was approved. */
function expected(act: Act, state: PostState): string {
  if (act === 'withdraw' && state !== 'submitted') return 'refused 409';
  return nextState(act, state) ?? 'refused 409';
}

test('somebody whose account is frozen changes nothing', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { state: 'published', employer: firm });
  await board.database.client.execute(`update accounts set restricted_at = 1 where id = '${firm.owner.id}'`);
  expect((await post(`/api/hire/posts/${id}/stop`, { cookie: await signedIn(board, firm.owner) })).status).toBe(403);
});

test('a suspended employer hands in nothing, and nothing of it is public; it may stop and delete', async () => {
  const firm = await makeEmployer(board.database.db);
  const cookie = await signedIn(board, firm.owner);
  const [shown, draft] = [
    await makePost(board.database.db, { state: 'published', employer: firm }),
    await makePost(board.database.db, { employer: firm }),
  ];
  await board.database.client.execute(`update employers set status = 'suspended' where seq = ${firm.seq}`);
  expect((await post(`/api/hire/posts/${draft.id}/submit`, { cookie, body: { version: 1 } })).status).toBe(403);
  expect(await seen(shown.id, cookie)).toMatchObject({ publicUrl: null, acts: ['save', 'stop', 'delete'] });
  expect((await post(`/api/hire/posts/${shown.id}/stop`, { cookie })).status).toBe(200);
});

test('whoever stays in an employer no longer touches its posts once they have left', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { employer: firm });
  const cookie = await signedIn(board, firm.owner);
  expect((await get(`/api/hire/posts/${id}`, cookie)).status).toBe(200);
  await board.database.client.execute(`delete from employer_members where account_id = '${firm.owner.id}'`);
  expect((await get(`/api/hire/posts/${id}`, cookie)).status).toBe(404);
});

test('answers about one’s posts are kept by nobody, and the log says who did what', async () => {
  const { id } = await makePost(board.database.db, { state: 'stopped', employer });
  const { body, headers } = await get(`/api/hire/posts/${id}/log`, owner);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(body.lines.map(({ what, by, from, to }: Record<string, unknown>) => [what, by, from, to])).toEqual([
    ['stopped', 'author', 'published', 'stopped'],
    ['approved', 'moderator', 'submitted', 'published'],
    ['submitted', 'author', 'draft', 'submitted'],
    ['begun', 'author', 'draft', 'draft'],
  ]);
});
