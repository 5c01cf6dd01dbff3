import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, activity, passkeys, sessions } from '#db/schema/account-tables.ts';
import { auditLog, auditNotes, disclosures } from '#db/schema/moderation-tables.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';
import type { AuditView } from '#worker/staff/model/audit-view.ts';
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

const WHY = { reason: 'person-asked' };
const post = (path: string, body: unknown = {}, cookie = admin) => fetch(board.origin + path, ownPost(board.origin, { cookie, body }));
const read = (path: string, cookie = admin) => fetch(board.origin + path, { headers: { Cookie: cookie } });
const lastLine = async () => (await board.database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];
const rowOf = async ({ id }: TestAccount) => (await board.database.db.select().from(accounts).where(eq(accounts.id, id)))[0];
const find = async ({ email }: TestAccount): Promise<PersonView> => (await post('/api/admin/people/find', { who: email, ...WHY })).json();

/** Sends a page's form, as a browser without script does. */
function send(path: string, fields: Readonly<Record<string, string>>) {
  const headers = { Connection: 'close', Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', Cookie: admin };
  return fetch(board.origin + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

test('somebody is found by the exact address alone, with a reason, and the look is in the log', proves('staff-reads-logged'), async () => {
  const person = await makeAccount(board.database.db, { email: `${newId()}@found.example`, name: 'Ada' });
  const without = await post('/api/admin/people/find', { who: person.email });
  expect(without.status).toBe(400);
  expect((await post('/api/admin/people/find', { who: person.email, reason: 'curious' })).status).toBe(400);
  const before = await lastLine();
  expect((await post('/api/admin/people/find', { who: person.email.slice(1), ...WHY })).status).toBe(404);
  expect(await lastLine()).toEqual(before);
  const response = await post('/api/admin/people/find', { who: person.email.toUpperCase(), ...WHY, note: 'rang us' });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const found = await response.json();
  expect(found).toMatchObject({ email: person.email, name: 'Ada', role: 'seeker', sessions: 0, hasFactor: false, isYou: false });
  expect(JSON.stringify(found)).not.toContain(person.id);
  const line = await lastLine();
  expect(line).toMatchObject({ act: 'person-seen', subjectKind: 'person', subject: found.pseudonym, reason: 'person-asked' });
  expect(
    await board.database.db
      .select()
      .from(auditNotes)
      .where(eq(auditNotes.seq, line?.seq ?? 0)),
  ).toMatchObject([{ note: 'rang us' }]);
  expect(JSON.stringify(line)).not.toContain(person.email);
});

test('where no line can be written, nobody is shown', proves('staff-reads-logged'), async () => {
  const person = await makeAccount(board.database.db, {});
  await board.database.client.execute('alter table audit_segments rename to audit_segments_away');
  const response = await post('/api/admin/people/find', { who: person.email, ...WHY });
  await board.database.client.execute('alter table audit_segments_away rename to audit_segments');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain(person.email);
});

test('a look asks for a fresh proof', async () => {
  const stale = await signedIn(board, adminAccount, { provenAt: Date.now() - 86_400_000 });
  const response = await post('/api/admin/people/find', { who: adminAccount.email, ...WHY }, stale);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('step_up');
});

test('every act on somebody asks for a fresh proof', async () => {
  const { pseudonym } = await find(await makeAccount(board.database.db));
  const stale = await signedIn(board, adminAccount, { provenAt: Date.now() - 86_400_000 });
  const acts = { role: { role: 'moderator', ...WHY }, 'end-sessions': WHY, 'lift-freeze': WHY };
  for (const [act, body] of Object.entries(acts)) {
    const response = await post(`/api/admin/people/${pseudonym}/${act}`, body, stale);
    expect([act, response.status, await response.text()]).toEqual([act, 403, expect.stringContaining('step_up')]);
  }
});

test('a role needs a second factor, ends every session and is told; nobody changes their own', async () => {
  const { db } = board.database;
  const person = await makeAccount(db);
  const cookie = await signedIn(board, person);
  const { pseudonym } = await find(person);
  const give = (role: string, whose = pseudonym) => post(`/api/admin/people/${whose}/role`, { role, reason: 'staff-change' });
  expect((await give('moderator')).status).toBe(409);
  expect(await rowOf(person)).toMatchObject({ role: 'seeker' });
  await db.insert(passkeys).values({
    ...{ id: newId(), accountId: person.id, name: 'Laptop', publicKey: Buffer.of(1), counter: 0 },
    transports: [],
    createdAt: 1,
  });
  expect((await give('moderator')).status).toBe(200);
  expect(await rowOf(person)).toMatchObject({ role: 'moderator' });
  expect((await (await read('/api/session', cookie)).json()).is).toBe('visitor');
  expect((await give('moderator')).status).toBe(400);
  expect((await give('none')).status).toBe(200);
  expect(await rowOf(person)).toMatchObject({ role: 'seeker' });
  const kinds = (await db.select().from(activity).where(eq(activity.accountId, person.id))).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['role-granted', 'role-revoked']));
  const own = await find(adminAccount);
  expect((await give('none', own.pseudonym)).status).toBe(409);
  expect((await give('moderator', newId())).status).toBe(404);
});

test('sessions end everywhere, and the freeze of an account ends only because its person asks', async () => {
  const person = await makeAccount(board.database.db, { restrictedAt: Date.now() });
  await signedIn(board, person);
  const { pseudonym, frozenSince } = await find(person);
  expect(frozenSince).not.toBeNull();
  expect((await post(`/api/admin/people/${pseudonym}/end-sessions`, { reason: 'security' })).status).toBe(200);
  expect(await board.database.db.select().from(sessions).where(eq(sessions.accountId, person.id))).toEqual([]);
  expect((await post(`/api/admin/people/${pseudonym}/lift-freeze`, { reason: 'security' })).status).toBe(400);
  expect((await post(`/api/admin/people/${pseudonym}/lift-freeze`, WHY)).status).toBe(200);
  expect(await rowOf(person)).toMatchObject({ restrictedAt: null });
  expect(await lastLine()).toMatchObject({ act: 'freeze-lifted', subject: pseudonym });
  expect((await post(`/api/admin/people/${pseudonym}/lift-freeze`, WHY)).status).toBe(409);
});

test(
  'a disclosure is recorded with who asked, ground, fields and date, and its list is shown with a reason',
  proves('disclosures-logged'),
  async () => {
    const person = await makeAccount(board.database.db);
    const said = { email: person.email, authority: 'District court', legalGround: 'Code of procedure, article 8', at: '2026-01-15' };
    const fields = 'name\n e-mail address \n\n';
    expect((await post('/api/admin/disclosures', { ...said, fields: ' ', secretUntil: '' })).status).toBe(400);
    expect((await post('/api/admin/disclosures', { ...said, fields, at: '2999-01-01', secretUntil: '' })).status).toBe(400);
    expect((await post('/api/admin/disclosures', { ...said, fields, secretUntil: '' })).status).toBe(200);
    const [row] = await board.database.db
      .select()
      .from(disclosures)
      .where(and(eq(disclosures.accountId, person.id), eq(disclosures.authority, 'District court')));
    expect(row).toMatchObject({ legalGround: said.legalGround, fields: ['name', 'e-mail address'], secretUntil: null, recipient: null });
    expect(await lastLine()).toMatchObject({ act: 'disclosure-recorded', subject: row?.id });
    expect((await post('/api/admin/disclosures/see')).status).toBe(400);
    const list = await (await post('/api/admin/disclosures/see', { reason: 'legal-request' })).json();
    expect(list.disclosures[0]).toMatchObject({ email: person.email, authority: 'District court' });
    expect(await lastLine()).toMatchObject({ act: 'disclosures-seen' });
  },
);

test('of somebody without an account, a disclosure keeps a keyed hash and no address', async () => {
  const said = {
    email: 'nobody-here@guest.example',
    authority: 'Police',
    legalGround: 'A law',
    fields: 'post',
    at: '2026-01-15',
    secretUntil: '',
  };
  expect((await post('/api/admin/disclosures', said)).status).toBe(200);
  const [row] = await board.database.db.select().from(disclosures).where(eq(disclosures.authority, 'Police'));
  expect(row).toMatchObject({ accountId: null, recipient: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(JSON.stringify(row)).not.toContain('guest.example');
});

test('the log reads by pages and verifies against what is kept outside the database', async () => {
  const page: AuditView = await (await read('/api/admin/audit')).json();
  expect(page.lines.length).toBeGreaterThan(3);
  expect(page.lines.every(({ isYou }) => isYou)).toBe(true);
  const older: AuditView = await (await read(`/api/admin/audit?before=${page.lines[0]?.seq}`)).json();
  expect(older.lines[0]?.seq).toBe(page.lines[1]?.seq);
  const acts: AuditView = await (await read('/api/admin/audit?act=person-seen')).json();
  expect(new Set(acts.lines.map(({ act }) => act))).toEqual(new Set(['person-seen']));
  expect(await (await post('/api/admin/audit/verify')).json()).toMatchObject({ fault: null });
});

test('the search engines are compared at once, for a reason', async () => {
  expect((await post('/api/admin/search/reconcile')).status).toBe(400);
  const { repairs } = await (await post('/api/admin/search/reconcile', { reason: 'upkeep' })).json();
  expect(repairs).toMatchObject([{ engine: 'embedded', missing: 0, ghosts: 0, trouble: null }]);
  expect(await lastLine()).toMatchObject({ act: 'search-reconciled', subjectKind: 'board' });
});

test('the pages work without script: a form that misses something comes back with what was typed', async () => {
  const person = await makeAccount(board.database.db, { name: 'Grace' });
  const missing = await send('/admin/people', { who: person.email, reason: '', note: 'a note of mine' });
  expect(missing.status).toBe(400);
  const html = await missing.text();
  expect(html).toContain(person.email);
  expect(html).toContain('a note of mine');
  expect(html).toContain('Choose why.');
  expect(html).not.toContain('Grace');
  const shown = await send('/admin/people', { who: person.email, reason: 'security', note: '' });
  expect(await shown.text()).toContain('Grace');
  const { pseudonym } = await find(person);
  const ended = await send('/admin/people', { act: 'end-sessions', person: pseudonym, reason: 'security', note: '' });
  expect([ended.status, ended.headers.get('Location')]).toEqual([303, '/admin/people?done=end-sessions']);
  expect(await (await read('/admin/people?done=end-sessions')).text()).toContain('The person is signed out everywhere.');
});
