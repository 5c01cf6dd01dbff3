import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { approveStatements } from '#db/repositories/post-decisions.ts';
import { accounts, activity, sessions } from '#db/schema/account-tables.ts';
import { auditLog, cases, statements } from '#db/schema/moderation-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { makeAccount, ownPost, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { lastMailTo } from '#tests/support/mails-to.ts';
import { aGig, approvalOf, makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import type { PersonView } from '#worker/staff/model/person-view.ts';

let board: TestBoard;
let admin: string;
let adminAccount: TestAccount;
beforeAll(async () => {
  board = await startBoard();
  adminAccount = await makeAccount(board.database.db, { role: 'administrator' });
  admin = await signedIn(board, adminAccount);
});
afterAll(() => board.close());

const DAY = 86_400_000;
const GROUND = { is: 'rules', rules: ['free-to-apply'] };
const REASONS = { ground: GROUND, explanation: 'Every advert asked people to pay before they start.' };
const SUSPEND = { reason: 'own-finding', reasons: REASONS };
const RESTORE = { reason: 'mistake', why: 'It was somebody else who did that.' };

const post = (path: string, body: unknown = {}, cookie = admin) => fetch(board.origin + path, ownPost(board.origin, { cookie, body }));
const read = (path: string, cookie = '') => fetch(board.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' });
const rowOf = async ({ id }: TestAccount) => (await board.database.db.select().from(accounts).where(eq(accounts.id, id)))[0];
const lastLine = async () => (await board.database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];
const find = async ({ email }: TestAccount): Promise<PersonView> =>
  (await post('/api/admin/people/find', { who: email, reason: 'security' })).json();
const statementsOf = ({ id }: TestAccount) => board.database.db.select().from(statements).where(eq(statements.accountId, id));

async function suspended(person: TestAccount): Promise<string> {
  const { pseudonym } = await find(person);
  expect((await post(`/api/admin/people/${pseudonym}/suspend`, SUSPEND)).status).toBe(200);
  return pseudonym;
}

async function withAdvert() {
  const { db } = board.database;
  const person = await makeAccount(db);
  const author = { is: 'member', accountId: person.id } as const;
  const { id } = await makePost(db, { author, content: aGig(), state: 'published' });
  return { person, author, advert: id };
}

/** Sends a page's form, as a browser without script does. */
function send(path: string, fields: Readonly<Record<string, string>>, cookie = admin) {
  const headers = { Connection: 'close', Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie };
  return fetch(board.origin + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

test('a suspended account loses its public adverts and its sessions at once, and its person is told why and how to object', async () => {
  const { person, advert } = await withAdvert();
  const cookie = await signedIn(board, person);
  expect((await read(`/api/jobs/${advert}`)).status).toBe(200);
  const pseudonym = await suspended(person);
  expect((await read(`/api/jobs/${advert}`)).status).not.toBe(200);
  expect(await (await read('/api/session', cookie)).json()).toEqual({ is: 'visitor' });
  expect(await board.database.db.select().from(sessions).where(eq(sessions.accountId, person.id))).toEqual([]);
  const [statement] = await statementsOf(person);
  expect(statement).toMatchObject({ restriction: 'suspended', jobId: null, employerSeq: null, rules: ['free-to-apply'], reversedAt: null });
  expect(await lastMailTo(board, person.email)).toMatchObject({
    kind: 'decision',
    facts: { id: statement?.id, restriction: 'account-suspended', rules: ['free-to-apply'], explanation: REASONS.explanation },
  });
  expect(await lastLine()).toMatchObject({ act: 'person-suspended', subjectKind: 'person', subject: pseudonym, reason: 'own-finding' });
  expect((await board.database.db.select().from(activity).where(eq(activity.accountId, person.id))).map(({ kind }) => kind)).toContain(
    'suspended',
  );
  expect((await find(person)).suspendedSince).not.toBeNull();
  expect((await post(`/api/admin/people/${pseudonym}/suspend`, SUSPEND)).status).toBe(409);
});

test('a suspension names a law or a rule that there is, and says why', async () => {
  const person = await makeAccount(board.database.db);
  const { pseudonym } = await find(person);
  const fields = async (reasons: unknown) => {
    const refused = await post(`/api/admin/people/${pseudonym}/suspend`, { reason: 'notice', reasons });
    return [refused.status, ...(await refused.json()).error.fields.map(({ field }: { field: string }) => field)];
  };
  expect(await fields({ ...REASONS, ground: { is: 'rules', rules: [] } })).toEqual([400, 'reasons.ground.rules']);
  expect((await fields({ ...REASONS, ground: { is: 'rules', rules: ['made-up'] } }))[0]).toBe(400);
  expect(await fields({ ...REASONS, ground: { is: 'law', law: ' ' } })).toEqual([400, 'reasons.ground.law']);
  expect(await fields({ ...REASONS, explanation: '' })).toEqual([400, 'reasons.explanation']);
  expect(await rowOf(person)).toMatchObject({ suspendedAt: null });
});

test('whoever is suspended signs in, reads, takes a copy, objects and goes, and writes nothing else', async () => {
  const { db } = board.database;
  const { person, advert } = await withAdvert();
  await suspended(person);
  const cookie = await signedIn(board, person);
  expect(await (await read('/api/session', cookie)).json()).toMatchObject({ is: 'seeker', suspended: true });
  const refusals = [
    ['/api/account/profile', { name: 'Eve', language: 'en', region: '' }],
    [`/api/hire/posts/${advert}/stop`, {}],
    [`/api/hire/posts/${advert}/resume`, {}],
    ['/api/hire/posts', { kind: 'gig', employer: null, fields: {} }],
  ] as const;
  for (const [path, body] of refusals) {
    const refused = await post(path, body, cookie);
    expect([refused.status, (await refused.json()).error.message], path).toEqual([403, expect.stringContaining('Decisions')]);
  }
  expect((await read(`/api/hire/posts/${advert}`, cookie)).status).toBe(200);
  expect((await post('/api/account/copy', {}, cookie)).status).toBeLessThan(300);
  expect((await post('/api/account/objections', { purpose: 'direct-marketing', reason: '' }, cookie)).status).toBeLessThan(300);
  const [statement] = await statementsOf(person);
  const page = await (await read(`/decisions/${statement?.id}`, cookie)).text();
  expect(page).toContain('Your account is suspended');
  expect(page).toContain(REASONS.explanation);
  expect((await post(`/api/decisions/${statement?.id}/object`, { reasons: 'It was not me.' }, cookie)).status).toBeLessThan(300);
  expect((await post(`/api/hire/posts/${advert}/delete`, {}, cookie)).status).toBe(200);
  expect((await post('/api/account/delete', { password: PASSWORD }, cookie)).status).toBeLessThan(300);
  expect(await db.select().from(accounts).where(eq(accounts.id, person.id))).toEqual([]);
});

test('its memberships of employers do nothing, and the employer goes on', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { employer: firm, state: 'published' });
  await suspended(firm.recruiter);
  const cookie = await signedIn(board, firm.recruiter);
  expect((await read(`/api/hire/posts/${id}`, cookie)).status).toBe(404);
  expect((await read(`/api/hire/employers/${firm.id}`, cookie)).status).toBe(404);
  expect(await (await read('/api/hire/employers', cookie)).json()).toMatchObject({ employers: [] });
  expect((await read(`/api/jobs/${id}`)).status).toBe(200);
  expect((await find(firm.recruiter)).employers.map(({ name }) => name)).toEqual([firm.name]);
});

test('an employer that the account alone owns is offered with it, suspended for the same reasons, or named among employers', async () => {
  const { db } = board.database;
  const [firm, other] = [await makeEmployer(db), await makeEmployer(db)];
  await db.insert(employerMembers).values({ employerSeq: other.seq, accountId: firm.owner.id, role: 'owner', since: Date.now() });
  const { id } = await makePost(db, { employer: firm, state: 'published' });
  const { pseudonym, employers } = await find(firm.owner);
  expect(new Map(employers.map((one) => [one.id, one.ownedAlone]))).toEqual(
    new Map([
      [firm.id, true],
      [other.id, false],
    ]),
  );
  const shown = await (await send('/admin/people', { who: firm.owner.email, reason: 'security', note: '' })).text();
  expect(shown).toContain(`Suspend ${firm.name} too`);
  expect(shown).not.toContain(`Suspend ${other.name} too`);
  const form = { act: 'suspend', person: pseudonym, law: '', explanation: REASONS.explanation, reason: 'notice', note: '' };
  const offered = { offered: `${firm.id} ${firm.name}`, employer: firm.id };
  const missing = await (await send('/admin/people', { ...form, ...offered, rule: '' })).text();
  expect(missing).toMatch(new RegExp(`checked[^>]*id="employer-${firm.id}"`));
  const done = await send('/admin/people', { ...form, ...offered, rule: 'free-to-apply' });
  expect(done.headers.get('Location')).toBe('/admin/people?done=suspend');
  expect((await read(`/api/jobs/${id}`)).status).not.toBe(200);
  expect(await lastLine()).toMatchObject({ act: 'employer-suspended', subject: firm.id, reason: 'notice' });
  expect(await lastMailTo(board, firm.owner.email)).toMatchObject({ kind: 'decision', facts: { restriction: 'suspended' } });
});

test('an employer whose owners are all suspended is named so to those who run the board', async () => {
  const firm = await makeEmployer(board.database.db);
  await suspended(firm.owner);
  const { employers } = await (await read(`/api/admin/employers?q=${firm.id}`, admin)).json();
  expect(employers).toMatchObject([{ id: firm.id, status: 'active', isUnattended: true }]);
  expect(await (await read(`/admin/employers?q=${firm.id}`, admin)).text()).toContain('its owners are suspended');
});

test('an advert that is approved meanwhile stays out of the public until the suspension ends', async () => {
  const { db } = board.database;
  const person = await makeAccount(db);
  const waiting = await makePost(db, { author: { is: 'member', accountId: person.id }, content: aGig(), state: 'submitted' });
  const pseudonym = await suspended(person);
  expect(await runOrNothing(db, approveStatements(db, approvalOf(waiting, Date.now())))).toBe(true);
  expect((await read(`/api/jobs/${waiting.id}`)).status).not.toBe(200);
  expect((await post(`/api/admin/people/${pseudonym}/restore`, RESTORE)).status).toBe(200);
  expect((await read(`/api/jobs/${waiting.id}`)).status).toBe(200);
});

test('staff end a suspension, and its person is told; what was decided no longer holds', async () => {
  const { person, advert } = await withAdvert();
  const pseudonym = await suspended(person);
  expect((await post(`/api/admin/people/${pseudonym}/restore`, { reason: 'mistake', why: '' })).status).toBe(400);
  expect((await post(`/api/admin/people/${pseudonym}/restore`, RESTORE)).status).toBe(200);
  expect((await read(`/api/jobs/${advert}`)).status).toBe(200);
  expect(await lastMailTo(board, person.email)).toMatchObject({
    kind: 'decision-reversed',
    facts: { restriction: 'account-suspended', why: RESTORE.why },
  });
  expect((await statementsOf(person))[0]?.reversedAt).not.toBeNull();
  expect(await lastLine()).toMatchObject({ act: 'person-restored', subject: pseudonym });
  expect((await post(`/api/admin/people/${pseudonym}/restore`, RESTORE)).status).toBe(409);
});

test('an objection that is followed ends it, decided by another', proves('objection-by-another'), async () => {
  const { db } = board.database;
  const { person, advert } = await withAdvert();
  await suspended(person);
  const cookie = await signedIn(board, person);
  const [statement] = await statementsOf(person);
  await post(`/api/decisions/${statement?.id}/object`, { reasons: 'It was not me.' }, cookie);
  const [open] = await db.select().from(cases).where(eq(cases.kind, 'appeal')).orderBy(desc(cases.openedAt)).limit(1);
  const decide = (by: string) =>
    post(`/api/moderate/appeals/${open?.subjectId}/decide`, { outcome: 'reversed', answer: 'You are right.' }, by);
  const other = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  expect((await decide(admin)).status).toBe(403);
  const page = await (await read(`/moderate/appeals/${open?.subjectId}`, other)).text();
  expect(page).toContain('It was not me.');
  expect((await decide(other)).status).toBe(200);
  expect(await rowOf(person)).toMatchObject({ suspendedAt: null });
  expect((await read(`/api/jobs/${advert}`)).status).toBe(200);
  expect((await statementsOf(person))[0]?.reversedAt).not.toBeNull();
  expect(await lastMailTo(board, person.email)).toMatchObject({ kind: 'appeal-decided', facts: { outcome: 'reversed', by: 'author' } });
});

test('nobody suspends themselves, no moderator suspends anybody, and the proof is fresh', async () => {
  const { db } = board.database;
  const { pseudonym: own } = await find(adminAccount);
  expect((await post(`/api/admin/people/${own}/suspend`, SUSPEND)).status).toBe(409);
  const moderator = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  expect((await post(`/api/admin/people/${own}/suspend`, SUSPEND, moderator)).status).toBe(403);
  const person = await makeAccount(db);
  const { pseudonym } = await find(person);
  for (const cookie of [moderator, await signedIn(board, person), '']) {
    expect([401, 403]).toContain((await post(`/api/admin/people/${pseudonym}/suspend`, SUSPEND, cookie)).status);
    expect([401, 403]).toContain((await post(`/api/admin/people/${pseudonym}/restore`, RESTORE, cookie)).status);
  }
  const stale = await signedIn(board, adminAccount, { provenAt: Date.now() - DAY });
  const refused = await post(`/api/admin/people/${pseudonym}/suspend`, SUSPEND, stale);
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'step_up']);
  expect([await rowOf(person), await rowOf(adminAccount)]).toMatchObject([{ suspendedAt: null }, { suspendedAt: null }]);
});

test('whoever works for the board does not while suspended', async () => {
  const { db } = board.database;
  const colleague = await makeAccount(db, { role: 'administrator' });
  const pseudonym = await suspended(colleague);
  const cookie = await signedIn(board, colleague);
  for (const path of ['/api/moderate/queue', '/api/admin/overview', '/api/admin/audit'])
    expect([403, 404], path).toContain((await read(path, cookie)).status);
  expect((await post(`/api/admin/people/${pseudonym}/restore`, RESTORE, cookie)).status).toBe(403);
});

test('whoever works for the board does not while they have frozen their own account, and reads so before', async () => {
  const colleague = await makeAccount(board.database.db, { role: 'moderator' });
  const cookie = await signedIn(board, colleague);
  expect((await read('/api/moderate/queue', cookie)).status).toBe(200);
  expect(await (await read('/account/privacy/restrict', cookie)).text()).toContain('You do not work for the board until you end it');
  expect((await post('/api/account/restriction', { restricted: true }, cookie)).status).toBe(200);
  expect((await read('/api/moderate/queue', cookie)).status).toBe(403);
  expect((await read('/moderate', cookie)).status).toBe(404);
  expect((await post('/api/account/restriction', { restricted: false }, cookie)).status).toBe(200);
  expect((await read('/api/moderate/queue', cookie)).status).toBe(200);
});

test('the page suspends and restores without script, and a form that misses something comes back as it was typed', async () => {
  const { person } = await withAdvert();
  const { pseudonym } = await find(person);
  const shown = await (await send('/admin/people', { who: person.email, reason: 'security', note: '' })).text();
  expect(shown).toContain('Suspend the account');
  const form = { act: 'suspend', person: pseudonym, rule: '', law: '', explanation: REASONS.explanation, reason: 'notice', note: 'a note' };
  const missing = await send('/admin/people', form);
  const html = await missing.text();
  expect(missing.status).toBe(400);
  expect(html).toContain('Choose the rule that it breaks, or name the law.');
  expect(html).toContain(REASONS.explanation);
  expect(html).toContain('a note');
  expect(html).toContain('href="#rule"');
  const done = await send('/admin/people', { ...form, rule: 'free-to-apply' });
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/admin/people?done=suspend']);
  expect(await rowOf(person)).not.toMatchObject({ suspendedAt: null });
  const again = await (await send('/admin/people', { who: person.email, reason: 'security', note: '' })).text();
  expect(again).toContain('End the suspension');
  const back = await send('/admin/people', { act: 'restore', person: pseudonym, why: 'A mistake of ours.', reason: 'mistake', note: '' });
  expect([back.status, back.headers.get('Location')]).toEqual([303, '/admin/people?done=restore']);
  expect(await rowOf(person)).toMatchObject({ suspendedAt: null });
});
