import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domainProofs } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { at, linkCookie } from '#tests/support/employers.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { aNameServer, type TestNames } from '#tests/support/name-server.ts';
import { makeEmployer } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { checkProof } from '#worker/employers/check-proof.ts';
import { recheckProofs } from '#worker/employers/recheck-proofs.ts';
import { newId } from '#worker/kernel/random.ts';
import { fetchPublic } from '#worker/outside/fetch-public.ts';
import { lookUpName } from '#worker/outside/look-up-name.ts';

const DAY = 86_400_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const employerAccount = () => makeAccount(board.database.db, { role: 'employer' });
const aDomain = () => `${newId().slice(0, 10)}.com`;
const publicly = async (slug: string) => (await board.ask(`/api/employers/${slug}`)).json();
const rowOf = async (id: string) => (await board.database.db.select().from(employers).where(eq(employers.id, id)))[0];

interface Outside {
  readonly names?: TestNames;
  readonly answer?: () => Response;
  readonly resolver?: string | null;
}

/** What use cases are given, with an outside that the test has made, some days from now. */
function given({ names = {}, answer = () => new Response('', { status: 404 }), resolver = 'https://names.example/' }: Outside, days = 0) {
  const now = board.now + days * DAY;
  const container = createContainer(configOf(board.env), () => now);
  const look = (asked: Parameters<typeof lookUpName>[1]) => lookUpName({ resolver, fetch: aNameServer(names) }, asked);
  const outside = { lookUpName: look, fetch: async () => answer(), userAgent: 'tests' };
  return { ...container, lookUpName: look, fetchPublic: (address: string) => fetchPublic(outside, address) };
}

const memberOf = ({ id: accountId, role }: TestAccount) =>
  ({ is: role, accountId, sessionId: '', handle: '', provenAt: 0, proof: 'password', restricted: false, suspended: false }) as const;

async function begin(owner: TestAccount, employer: string, body: object) {
  const made = await (await at(board, owner)).post(`/api/hire/employers/${employer}/proofs`, body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const [proof] = await board.database.db.select().from(domainProofs).where(eq(domainProofs.id, made.body.proof));
  if (proof === undefined) throw new Error('A proof was begun and is not there.');
  return proof;
}

test('a mail to a mailbox that only whoever runs the domain reads makes the mark', proves('employers-verified'), async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  await begin(firm.owner, firm.id, { way: 'mail', domain: `https://www.${domain}/about`, mailbox: 'postmaster' });
  const mail = await lastMailTo(board, `postmaster@${domain}`);
  expect(JSON.stringify(mail.facts)).not.toContain(firm.name);
  const link = await linkCookie(board, mail.token);
  const nobody = await at(board, null);
  expect((await nobody.get('/api/hire/prove', link)).body).toMatchObject({ employer: { name: firm.name }, domain, worksAt: false });
  expect((await rowOf(firm.id))?.verifiedDomain).toBeNull();
  expect((await nobody.post('/api/hire/prove', {}, link)).status).toBe(200);
  expect(await rowOf(firm.id)).toMatchObject({ verifiedDomain: domain, verifiedBy: 'mail' });
  expect((await nobody.post('/api/hire/prove', {}, link)).status).toBe(401);
});

test('a mailbox of one’s own shows where one works, and verifies nobody', proves('employers-verified'), async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  await begin(firm.recruiter, firm.id, { way: 'mail', domain: `jane@${domain}`, mailbox: '' });
  const link = await linkCookie(board, (await lastMailTo(board, `jane@${domain}`)).token);
  expect((await (await at(board, null)).post('/api/hire/prove', {}, link)).status).toBe(200);
  expect((await rowOf(firm.id))?.verifiedDomain).toBeNull();
  const seen = (await (await at(board, firm.owner)).get(`/api/hire/employers/${firm.id}`)).body;
  expect(seen.members.map(({ worksAt }: { worksAt: string | null }) => worksAt)).toContain(domain);
});

test.each([
  ['gmail.com', 'postmaster'],
  ['github.io', 'admin'],
  ['co.uk', 'webmaster'],
  ['someone@gmx.de', ''],
  ['127.0.0.1', 'admin'],
])('nobody proves %s', async (domain, mailbox) => {
  const firm = await makeEmployer(board.database.db);
  const owner = await at(board, firm.owner);
  expect(await owner.post(`/api/hire/employers/${firm.id}/proofs`, { way: 'mail', domain, mailbox })).toMatchObject({
    status: 400,
    fields: ['domain'],
  });
});

test('no other mailbox stands for a domain', async () => {
  const firm = await makeEmployer(board.database.db);
  const owner = await at(board, firm.owner);
  const asked = await owner.post(`/api/hire/employers/${firm.id}/proofs`, { way: 'mail', domain: aDomain(), mailbox: 'info' });
  expect(asked).toMatchObject({ status: 400, fields: ['mailbox'] });
});

test('a DNS record with the right words makes the mark; another, or none, does not', proves('employers-verified'), async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  const proof = await begin(firm.owner, firm.id, { way: 'dns', domain, mailbox: '' });
  const named = { actor: memberOf(firm.owner), proof: proof.id };
  const record = `_keepword-verification.${domain}`;
  expect(await checkProof(given({ resolver: null }), named)).toBe('not-looked');
  expect(await checkProof(given({}), named)).toBe('wait');
  expect(await checkProof(given({ names: { [record]: { TXT: ['keepword-verification=other'] } } }, 1), named)).toBe('not-found');
  const right = { names: { [record]: { TXT: ['v=spf1 -all', `keepword-verification=${proof.challenge}`] } } };
  await expect(checkProof(given(right, 2), { ...named, actor: memberOf(firm.recruiter) })).rejects.toMatchObject({ code: 'not_found' });
  expect(await checkProof(given(right, 2), named)).toBe('proven');
  expect(await rowOf(firm.id)).toMatchObject({ verifiedDomain: domain, verifiedBy: 'dns' });
});

test('once a domain is proven, no other proof of it waits for the same employer; one of another domain or of one’s own mailbox does', async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  await begin(firm.owner, firm.id, { way: 'dns', domain, mailbox: '' });
  await begin(firm.owner, firm.id, { way: 'file', domain, mailbox: '' });
  await begin(firm.owner, firm.id, { way: 'dns', domain: aDomain(), mailbox: '' });
  await begin(firm.recruiter, firm.id, { way: 'mail', domain: `jane@${domain}`, mailbox: '' });
  await begin(firm.owner, firm.id, { way: 'mail', domain, mailbox: 'postmaster' });
  const link = await linkCookie(board, (await lastMailTo(board, `postmaster@${domain}`)).token);
  expect((await (await at(board, null)).post('/api/hire/prove', {}, link)).status).toBe(200);
  const { proofs } = (await (await at(board, firm.owner)).get(`/api/hire/employers/${firm.id}`)).body;
  const waiting = proofs.filter(({ isProven }: { isProven: boolean }) => !isProven);
  expect(waiting.map((proof: { way: string; domain: string }) => `${proof.way} ${proof.domain === domain}`).toSorted()).toEqual([
    'dns false',
    'mail true',
  ]);
});

test('a file on the web site makes the mark, and one that is only sent on to does not', proves('employers-verified'), async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  const proof = await begin(firm.owner, firm.id, { way: 'file', domain, mailbox: '' });
  const named = { actor: memberOf(firm.owner), proof: proof.id };
  const names = { [domain]: { A: ['93.184.215.14'] } };
  const sentOn = () => new Response(null, { status: 301, headers: { Location: 'https://elsewhere.com/' } });
  const there = () => new Response(`keepword-verification=${proof.challenge}\r\n`);
  expect(await checkProof(given({ names, answer: sentOn }), named)).toBe('redirected');
  expect(await checkProof(given({ names: { [domain]: { A: ['10.0.0.1'] } }, answer: there }, 1), named)).toBe('not-found');
  expect(await checkProof(given({ names, answer: there }, 2), named)).toBe('proven');
  expect((await rowOf(firm.id))?.verifiedDomain).toBe(domain);
});

test('a domain is looked at again after 90 days, and two failures take the mark away', proves('employers-verified'), async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  const proof = await begin(firm.owner, firm.id, { way: 'dns', domain, mailbox: '' });
  const right = { names: { [`_keepword-verification.${domain}`]: { TXT: [`keepword-verification=${proof.challenge}`] } } };
  expect(await checkProof(given(right), { actor: memberOf(firm.owner), proof: proof.id })).toBe('proven');
  const failures = async () => (await board.database.db.select().from(domainProofs).where(eq(domainProofs.id, proof.id)))[0]?.failures;
  await recheckProofs(given({}, 89), 100);
  expect(await failures()).toBe(0);
  await recheckProofs(given({ resolver: null }, 91), 100);
  expect(await failures()).toBe(0);
  await recheckProofs(given({}, 91), 100);
  expect([await failures(), (await rowOf(firm.id))?.verifiedDomain]).toEqual([1, domain]);
  await recheckProofs(given({}, 95), 100);
  expect(await failures()).toBe(1);
  await recheckProofs(given({}, 99), 100);
  expect((await rowOf(firm.id))?.verifiedDomain).toBeNull();
  expect((await mailsTo(board, firm.owner.email)).map(({ kind }) => kind)).toContain('mark-lost');
});

test('a mark by mail is asked for again, and a press keeps it', async () => {
  const firm = await makeEmployer(board.database.db);
  const domain = aDomain();
  const proof = await begin(firm.owner, firm.id, { way: 'mail', domain, mailbox: 'admin' });
  const press = async () => {
    const link = await linkCookie(board, (await lastMailTo(board, `admin@${domain}`)).token);
    return (await at(board, null)).post('/api/hire/prove', {}, link);
  };
  expect((await press()).status).toBe(200);
  await board.database.db
    .update(domainProofs)
    .set({ checkedAt: board.now - 91 * DAY })
    .where(eq(domainProofs.id, proof.id));
  await recheckProofs(given({}), 100);
  expect((await lastMailTo(board, `admin@${domain}`)).facts).toMatchObject({ again: true });
  expect((await press()).status).toBe(200);
  const [row] = await board.database.db.select().from(domainProofs).where(eq(domainProofs.id, proof.id));
  expect(row).toMatchObject({ failures: 0, endedAt: null });
});

test('a domain that looks like another verified one is put before a moderator', async () => {
  const letters = newId().slice(0, 8).replaceAll(/[il1]/g, 'k');
  const [known, copy] = [`${letters}oo.com`, `${letters}00.com`];
  for (const domain of [known, copy]) {
    const firm = await makeEmployer(board.database.db);
    await begin(firm.owner, firm.id, { way: 'mail', domain, mailbox: 'admin' });
    const link = await linkCookie(board, (await lastMailTo(board, `admin@${domain}`)).token);
    await (await at(board, null)).post('/api/hire/prove', {}, link);
  }
  const { rows } = await board.database.client.execute("select flags from cases where kind = 'claim' and state = 'open'");
  expect(JSON.stringify(rows)).toContain(known);
});

async function imported(website: string | null) {
  const { rows } = await board.database.client.execute('select id from sources limit 1');
  const firm = await makeEmployer(board.database.db, { website, sourceId: String(rows[0]?.['id']), name: `Import ${newId()}` });
  await board.database.client.execute(`delete from employer_members where employer_seq = ${firm.seq}`);
  return { ...firm, sourceId: String(rows[0]?.['id']) };
}

test('an imported employer is taken over by whoever proves the domain of its web site', async () => {
  const domain = aDomain();
  const firm = await imported(`https://www.${domain}/`);
  expect((await publicly(firm.slug)).isUnclaimed).toBe(true);
  const account = await employerAccount();
  const me = await at(board, account);
  const claimed = await me.post(`/api/hire/claims/${firm.slug}`, { way: 'dns', domain });
  expect(claimed.status).toBe(201);
  const [claim] = (await me.get(`/api/hire/claims/${firm.slug}`)).body.proofs;
  const right = { names: { [claim.record]: { TXT: [claim.text] } } };
  expect(await checkProof(given(right), { actor: memberOf(account), proof: claim.id })).toBe('proven');
  expect((await me.get(`/api/hire/employers/${firm.id}`)).body).toMatchObject({ role: 'owner', verified: { domain } });
  expect(await publicly(firm.slug)).toMatchObject({ isUnclaimed: false, verified: { domain } });
});

test('another domain, or an employer with people, waits for a moderator, and those people are told', async () => {
  const other = await imported('https://www.somewhere-else.com/');
  const taken = await makeEmployer(board.database.db, { sourceId: other.sourceId, name: `Taken ${newId()}` });
  const account = await employerAccount();
  const me = await at(board, account);
  for (const firm of [other, taken]) {
    const domain = aDomain();
    await me.post(`/api/hire/claims/${firm.slug}`, { way: 'dns', domain });
    const [claim] = (await me.get(`/api/hire/claims/${firm.slug}`)).body.proofs;
    const right = { names: { [claim.record]: { TXT: [claim.text] } } };
    expect(await checkProof(given(right), { actor: memberOf(account), proof: claim.id })).toBe('proven');
    expect((await me.get(`/api/hire/employers/${firm.id}`)).status).toBe(404);
    expect((await rowOf(firm.id))?.verifiedDomain).toBeNull();
  }
  expect((await lastMailTo(board, taken.owner.email)).kind).toBe('claim-notice');
  const [proof] = await board.database.db.select().from(domainProofs).where(eq(domainProofs.employerSeq, taken.seq));
  if (proof === undefined) throw new Error('There is no claim.');
  const staff = memberOf(await makeAccount(board.database.db, { role: 'moderator' }));
  const act = { staff, act: 'claim-decided', subject: { kind: 'employer', id: taken.id }, reason: 'queue' } as const;
  const decide = (days: number) => {
    const container = given({}, days);
    return container.audited(act, container.employerStanding.decideClaim({ proof, accepted: true, now: container.now }));
  };
  expect(await decide(6)).toBe(false);
  expect(await decide(8)).toBe(true);
  expect((await me.get(`/api/hire/employers/${taken.id}`)).body.role).toBe('owner');
});
