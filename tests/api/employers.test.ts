import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { at, linkCookie } from '#tests/support/employers.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const PROFILE = { name: 'Bakery North', website: 'https://bakery-north.com', about: 'We bake.', places: ['Malmö'] };
const employerAccount = () => makeAccount(board.database.db, { role: 'employer' });

test('whoever makes an employer owns it, and nobody sees it before something of it was approved', async () => {
  const me = await at(board, await employerAccount());
  const made = await me.post('/api/hire/employers', { ...PROFILE, slug: '' });
  expect(made.status).toBe(201);
  const seen = await me.get(`/api/hire/employers/${made.body.id}`);
  expect(seen.body).toMatchObject({
    role: 'owner',
    isPublic: false,
    changesWait: false,
    page: { name: 'Bakery North', places: ['Malmö'] },
  });
  expect((await me.get('/api/hire/employers')).body.employers).toHaveLength(1);
  expect((await board.ask(`/api/employers/${seen.body.slug}`)).status).toBe(404);
});

test('a slug that somebody has is refused beside its field; without a wish another one is found', async () => {
  const me = await at(board, await employerAccount());
  const slug = `firm-${newId().slice(0, 8)}`;
  expect((await me.post('/api/hire/employers', { ...PROFILE, slug })).status).toBe(201);
  expect(await me.post('/api/hire/employers', { ...PROFILE, slug })).toMatchObject({ status: 400, fields: ['slug'] });
  const [one, two] = [
    await me.post('/api/hire/employers', { ...PROFILE, slug: '' }),
    await me.post('/api/hire/employers', { ...PROFILE, slug: '' }),
  ];
  expect([one.status, two.status]).toEqual([201, 201]);
});

test.each([
  ['name', 'x'],
  ['name', '<b>'],
  ['name', 'Call +46 70 123 45 67'],
  ['website', 'http://plain.com'],
  ['website', 'https://127.0.0.1'],
  ['website', 'javascript:alert(1)'],
  ['about', 'x'.repeat(4001)],
])('a %s of %j is refused', async (field, value) => {
  const me = await at(board, await employerAccount());
  expect(await me.post('/api/hire/employers', { ...PROFILE, slug: '', [field]: value })).toMatchObject({ status: 400, fields: [field] });
});

test('strangers, seekers and visitors learn of no employer that is not theirs; recruiters change nothing of it', async () => {
  const firm = await makeEmployer(board.database.db);
  const acts: readonly (readonly [string, object])[] = [
    [`/api/hire/employers/${firm.id}`, PROFILE],
    [`/api/hire/employers/${firm.id}/logo`, { picture: null }],
    [`/api/hire/employers/${firm.id}/invitations`, { email: 'a@b.example', role: 'owner' }],
    [`/api/hire/employers/${firm.id}/members/${firm.recruiter.id}/role`, { role: 'owner' }],
    [`/api/hire/employers/${firm.id}/members/${firm.owner.id}/remove`, {}],
    [`/api/hire/employers/${firm.id}/proofs`, { way: 'dns', domain: 'firm.com', mailbox: '' }],
  ];
  const stranger = await at(board, await employerAccount());
  const unknown = await at(board, await employerAccount());
  const recruiter = await at(board, firm.recruiter);
  const seeker = await at(board, await makeAccount(board.database.db, { role: 'seeker' }));
  const visitor = await at(board, null);
  const frozen = await at(board, await makeAccount(board.database.db, { role: 'employer', restrictedAt: Date.now() }));
  for (const [path, body] of acts) {
    const refused = await stranger.post(path, body);
    expect(refused.status, path).toBe(404);
    expect((await unknown.post(path.replace(firm.id, newId()), body)).body, path).toEqual(refused.body);
    expect((await recruiter.post(path, body)).status, path).toBe(403);
    expect((await seeker.post(path, body)).status, path).toBe(403);
    expect((await visitor.post(path, body)).status, path).toBe(401);
    expect((await frozen.post(path, body)).status, path).toBe(403);
  }
  expect((await stranger.get(`/api/hire/employers/${firm.id}`)).status).toBe(404);
  const seen = (await recruiter.get(`/api/hire/employers/${firm.id}`)).body;
  expect(JSON.stringify(seen)).not.toContain(firm.owner.email);
});

test('a mail invites without a word of whoever invites, and its link makes a member', async () => {
  const firm = await makeEmployer(board.database.db, { name: 'Very Secret Name' });
  const owner = await at(board, firm.owner);
  const guest = await employerAccount();
  expect((await owner.post(`/api/hire/employers/${firm.id}/invitations`, { email: guest.email, role: 'recruiter' })).status).toBe(202);
  const mail = await lastMailTo(board, guest.email);
  expect(mail.kind).toBe('join-employer');
  expect(JSON.stringify(mail.facts)).not.toContain('Very Secret');
  const link = await linkCookie(board, mail.token);
  const invited = await at(board, guest);
  expect((await invited.get('/api/hire/join', link)).body).toEqual({
    employer: { name: 'Very Secret Name', verifiedDomain: null },
    role: 'recruiter',
  });
  const seeker = await at(board, await makeAccount(board.database.db, { role: 'seeker' }));
  expect((await seeker.post('/api/hire/join', {}, link)).status).toBe(403);
  expect((await (await at(board, null)).post('/api/hire/join', {}, link)).status).toBe(401);
  expect((await invited.post('/api/hire/join', {}, link)).body).toEqual({ id: firm.id });
  expect((await invited.post('/api/hire/join', {}, link)).status).toBe(404);
  expect((await invited.get(`/api/hire/employers/${firm.id}`)).body.role).toBe('recruiter');
});

test('an invitation that was withdrawn, or whose sender was taken out, opens nothing', async () => {
  const firm = await makeEmployer(board.database.db);
  const owner = await at(board, firm.owner);
  const [one, two] = [await employerAccount(), await employerAccount()];
  const invitations = `/api/hire/employers/${firm.id}/invitations`;
  await owner.post(invitations, { email: one.email, role: 'owner' });
  const link = await linkCookie(board, (await lastMailTo(board, one.email)).token);
  const [open] = (await owner.get(`/api/hire/employers/${firm.id}`)).body.invitations;
  expect((await owner.post(`${invitations}/${open.id}/withdraw`)).status).toBe(200);
  expect((await (await at(board, one)).post('/api/hire/join', {}, link)).status).toBe(404);
  await owner.post(invitations, { email: two.email, role: 'owner' });
  const second = await linkCookie(board, (await lastMailTo(board, two.email)).token);
  await owner.post(`/api/hire/employers/${firm.id}/members/${firm.recruiter.id}/role`, { role: 'owner' });
  const other = await at(board, firm.recruiter);
  expect((await other.post(`/api/hire/employers/${firm.id}/members/${firm.owner.id}/remove`)).status).toBe(200);
  expect((await (await at(board, two)).post('/api/hire/join', {}, second)).status).toBe(404);
  expect((await mailsTo(board, firm.owner.email)).map(({ kind }) => kind)).toContain('member-changed');
});

test('the last owner neither leaves nor becomes a recruiter, also when two owners leave at once', async () => {
  const firm = await makeEmployer(board.database.db);
  const [owner, recruiter] = [await at(board, firm.owner), await at(board, firm.recruiter)];
  const leave = `/api/hire/employers/${firm.id}/leave`;
  const role = (member: string) => `/api/hire/employers/${firm.id}/members/${member}/role`;
  expect((await owner.post(leave)).status).toBe(409);
  expect((await owner.post(role(firm.owner.id), { role: 'recruiter' })).status).toBe(409);
  expect((await owner.post(role(firm.recruiter.id), { role: 'owner' })).status).toBe(200);
  const left = await Promise.all([owner.post(leave), recruiter.post(leave)]);
  expect(left.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('a change of a public page waits for a moderator, and what was public stays meanwhile', async () => {
  const firm = await makeEmployer(board.database.db, { name: 'Old Name' });
  const owner = await at(board, firm.owner);
  const path = `/api/hire/employers/${firm.id}`;
  expect((await owner.post(path, { ...PROFILE, name: 'Middle Name' })).body).toEqual({ is: 'changed' });
  await makePost(board.database.db, { author: { is: 'member', accountId: firm.owner.id }, employer: firm, state: 'published' });
  expect((await owner.post(path, { ...PROFILE, name: 'New Name', about: 'Call +46 70 123 45 67' })).body).toEqual({ is: 'waits' });
  const publicly = await (await board.ask(`/api/employers/${firm.slug}`)).json();
  expect(publicly.name).toBe('Middle Name');
  expect((await owner.get(path)).body.waiting.page.name).toBe('New Name');
  const { rows } = await board.database.client.execute("select kind, title, state from cases where kind = 'employer'");
  expect(rows).toContainEqual(expect.objectContaining({ title: 'New Name', state: 'open' }));
});
