import { afterAll, beforeAll, expect, test } from 'vitest';
import { notices } from '#db/schema/moderation-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { newContent } from '#tests/support/moderation.ts';
import { makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

let board: TestBoard;
let cookie: string;
let employer: TestEmployer;

beforeAll(async () => {
  board = await startBoard();
  cookie = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
  employer = await makeEmployer(board.database.db, { name: 'Ward and Sons' });
});
afterAll(() => board.close());

const FLAG: FlagRaised = { flag: 'asks-pay-history', field: 'description', quote: 'your current salary' };
const waiting = (flags: readonly FlagRaised[] = []) =>
  makePost(board.database.db, { state: 'submitted', employer, content: newContent({ title: 'Nurse <b>nights</b>' }), flags });

const open = (path: string, as = cookie) => fetch(`${board.origin}${path}`, { headers: { Cookie: as }, redirect: 'manual' });

/** A form as a browser without script sends it. */
const send = (path: string, form: Readonly<Record<string, string>>) =>
  fetch(`${board.origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { Cookie: cookie, Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', Connection: 'close' },
    redirect: 'manual',
  });

test('without script, a case is found in the queue, read, approved, and the queue says so', async () => {
  const post = await waiting();
  const page = `/moderate/cases/${post.caseId}`;
  expect(await (await open('/moderate')).text()).toContain(`href="${page}"`);
  const read = await (await open(page)).text();
  expect(read).toContain('Nurse &lt;b&gt;nights&lt;/b&gt;');
  expect(read).not.toContain('>Nurse <b>');
  const sent = await send(page, { act: 'approve' });
  expect(sent.status).toBe(303);
  expect(sent.headers.get('Location')).toBe('/moderate?done=approved');
  expect(await (await open('/moderate?done=approved')).text()).toContain('Approved. It is public');
  expect((await open(`/api/jobs/${post.id}`, '')).status).toBe(200);
});

test('what must be answered is asked beside its flag, and what was typed is kept', async () => {
  const post = await waiting([FLAG]);
  const page = `/moderate/cases/${post.caseId}`;
  const refused = await send(page, { act: 'approve' });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('href="#approve-asks-pay-history-0"');
  const halfWay = await send(page, { act: 'reject', note: 'Applicants pay first.' });
  expect(halfWay.status).toBe(400);
  const shown = await halfWay.text();
  expect(shown).toContain('Applicants pay first.');
  expect(shown).toContain('href="#reject-rules"');
  expect((await send(page, { act: 'approve', 'answer-asks-pay-history-0': 'mistaken' })).status).toBe(303);
});

test('a moderator who was too slow is told so, beside the case as it is now', async () => {
  const post = await waiting();
  const page = `/moderate/cases/${post.caseId}`;
  expect((await send(page, { act: 'reject', rules: 'free-to-apply', note: 'Applicants pay first.' })).status).toBe(303);
  const late = await send(page, { act: 'approve' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Rejected on');
  expect((await open(`/api/jobs/${post.id}`, '')).status).not.toBe(200);
});

test.each([
  ['a vacancy', newContent(), 'pay-named', 'price-named'],
  ['a self-employment advert', newContent({ kind: 'gig' }), 'price-named', 'pay-named'],
] as const)('what %s can break are its own rules, and no others', async (_, content, own, other) => {
  const post = await makePost(board.database.db, { state: 'submitted', employer, content });
  const read = await (await open(`/moderate/cases/${post.caseId}`)).text();
  expect(read).toContain(`id="reject-${own}"`);
  expect(read).not.toContain(`id="reject-${other}"`);
  expect(read).toContain('id="reject-who-offers"');
});

test('nobody else finds the queue or a case', async () => {
  const post = await waiting();
  const seeker = await signedIn(board, await makeAccount(board.database.db));
  for (const path of ['/moderate', `/moderate/cases/${post.caseId}`]) {
    expect((await open(path, seeker)).status).toBe(404);
    expect((await open(path, '')).headers.get('Location')).toContain('/sign-in?back=');
    expect((await open(path)).headers.get('Cache-Control')).toContain('no-store');
  }
  expect((await open('/moderate/cases/aaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
});

test('a case shows the text as readers will see it, in words, and the acts on an ad only where there is one', async () => {
  const content = newContent({ description: '## What you do\n\nYou look after **twelve** people through the night, with a colleague.' });
  const post = await makePost(board.database.db, { state: 'submitted', employer, content });
  const page = `/moderate/cases/${post.caseId}`;
  const before = await (await open(page)).text();
  expect(before).toContain('<strong>twelve</strong>');
  expect(before).not.toMatch(/>\s*(relay|contact|SE|month)\s*</);
  expect(before).not.toContain(`/moderate/ads/${post.id}`);
  await send(page, { act: 'approve' });
  expect(await (await open(page)).text()).toContain(`/moderate/ads/${post.id}`);
});

test.each(['cases', 'notices', 'appeals', 'ads'])('a form sent about one of the %s that is gone finds nothing there', async (what) => {
  const sent = await send(`/moderate/${what}/gone`, { act: 'decide' });
  expect(sent.status).toBe(404);
  const page = await sent.text();
  expect(page).toContain('There is nothing at this address');
  expect(page).toContain('</footer>');
});

test('the page of a report hides its words and who sent it from those whose ad it is, and says why', async () => {
  const { db } = board.database;
  const { id } = await makePost(db, { state: 'published', employer, content: newContent() });
  const [report] = await db
    .insert(notices)
    .values({
      ...{ id: newId(), jobId: id, url: 'https://board.example/jobs/a', ground: 'asks-money', sealed: 'sealed', language: 'en' },
      ...{ goodFaith: true, danger: true, receivedAt: Date.now() },
    })
    .returning();
  const account = await makeAccount(db, { role: 'moderator' });
  await db.insert(employerMembers).values({ employerSeq: employer.seq, accountId: account.id, role: 'recruiter', since: 1 });
  const [own, others] = await Promise.all(
    [await signedIn(board, account), cookie].map(async (as) => (await open(`/moderate/notices/${report?.id}`, as)).text()),
  );
  expect(own).toContain('because the ad is your own');
  expect(own).not.toMatch(/value="(notifier|danger)"/);
  expect(others).toMatch(/value="notifier"/);
  expect(others).toMatch(/value="danger"/);
});
