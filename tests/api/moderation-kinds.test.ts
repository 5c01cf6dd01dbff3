import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { importText } from '#tests/support/import-feed.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { newContent } from '#tests/support/moderation.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';

let board: ApiBoard;
let moderator: string;

beforeAll(async () => {
  board = await apiBoard();
  moderator = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
});
afterAll(() => board.close());

const REASON = { rules: ['open-to-all'], note: 'It shuts men out, and nothing in the work demands that.' };

const decide = (caseId: string, act: string, body: unknown = {}) =>
  board.ask(`/api/moderate/cases/${caseId}/${act}`, ownPost(ORIGIN, { cookie: moderator, body }));

async function see(caseId: string): Promise<CaseView> {
  return (await board.ask(`/api/moderate/cases/${caseId}`, { headers: { Cookie: moderator } })).json();
}

async function first(sql: string, ...args: (string | number)[]): Promise<Record<string, string>> {
  const { rows } = await board.database.client.execute({ sql, args });
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, String(value)]));
}

const statusOf = async (jobId: string) => (await board.ask(`/api/jobs/${jobId}`)).status;

/** An imported ad that was flagged, with its case. */
async function flagged(identifier: string): Promise<{ readonly jobId: string; readonly caseId: string }> {
  const ad = {
    '@type': 'JobPosting',
    title: 'Clerk',
    description: 'Women only.',
    identifier,
    hiringOrganization: 'Firm',
    jobLocation: 'Stockholm',
  };
  await importText(board.database, `${JSON.stringify(ad)}\n`, { now: board.now, source: `feed ${identifier}` });
  const { id = '', job = '' } = await first(
    'select cases.id, job_id as job from cases join jobs on jobs.id = job_id where source_key = ?',
    identifier,
  );
  return { jobId: job, caseId: id };
}

test('a flagged imported ad goes public when a moderator lets it', async () => {
  const { jobId, caseId } = await flagged('let');
  expect(await statusOf(jobId)).not.toBe(200);
  expect(await see(caseId)).toMatchObject({ kind: 'import', source: 'feed let', employer: { name: 'Firm' }, words: null, hasAd: false });
  expect((await decide(caseId, 'approve')).status).toBe(200);
  expect(await statusOf(jobId)).toBe(200);
  expect(await first('select act from audit_log where subject = ?', jobId)).toEqual({ act: 'import-released' });
});

test('a refused one stays away with a statement of reasons, also when its source carries it again', async () => {
  const { jobId, caseId } = await flagged('refuse');
  expect((await decide(caseId, 'reject', REASON)).status).toBe(200);
  expect(await statusOf(jobId)).not.toBe(200);
  expect(await first('select restriction, rules from statements where job_id = ?', jobId)).toMatchObject({ rules: '["open-to-all"]' });
  await flagged('refuse');
  expect(await statusOf(jobId)).not.toBe(200);
  expect(await first("select count(*) as n from cases where job_id = ? and state = 'open'", jobId)).toEqual({ n: '0' });
});

test('an imported ad can be neither edited nor asked about', async () => {
  const { caseId } = await flagged('edit');
  const edit = { title: 'Clerk for all', description: 'x'.repeat(90), ...REASON };
  expect((await decide(caseId, 'edit', edit)).status).toBe(409);
  expect((await decide(caseId, 'ask', { question: 'Why?' })).status).toBe(409);
});

async function review() {
  const employer = await makeEmployer(board.database.db);
  const post = await makePost(board.database.db, { state: 'published', employer, content: newContent(), now: board.now });
  const caseId = newId();
  await board.database.client.execute({
    sql: "insert into cases (id, kind, priority, state, job_id, revision_id, title, flags, opened_at) values (?, 'review', 3, 'open', ?, ?, 'Nurse', '[]', 1)",
    args: [caseId, post.id, post.revisionId],
  });
  return { employer, jobId: post.id, caseId };
}

test('what was published first stays where it was right, and is removed with reasons where it was not', async () => {
  const right = await review();
  expect((await decide(right.caseId, 'approve')).status).toBe(200);
  expect(await statusOf(right.jobId)).toBe(200);
  const wrong = await review();
  expect((await decide(wrong.caseId, 'reject', REASON)).status).toBe(200);
  expect(await statusOf(wrong.jobId)).not.toBe(200);
  expect((await mailsTo(board, wrong.employer.owner.email)).at(-1)).toMatchObject({ kind: 'decision', facts: { restriction: 'removed' } });
  expect(await first('select what from post_log where post_id = ? order by rowid desc', wrong.jobId)).toEqual({ what: 'removed' });
});

test('what was published first is decided on once, also by two at the same moment', async () => {
  const { caseId } = await review();
  const both = await Promise.all([decide(caseId, 'approve'), decide(caseId, 'approve')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

const remove = (jobId: string) => {
  const body = { reason: 'notice', reasons: { ground: { is: 'rules', rules: ['open-to-all'] }, explanation: REASON.note } };
  return board.ask(`/api/moderate/ads/${jobId}/remove`, ownPost(ORIGIN, { cookie: moderator, body }));
};

test('an ad that is removed on its own page waits in the queue no more, and is not removed a second time', async () => {
  for (const { jobId, caseId } of [await review(), await flagged('removed')]) {
    const removed = await remove(jobId);
    expect(removed.status, await removed.clone().text()).toBe(200);
    expect(await see(caseId)).toMatchObject({ state: 'withdrawn' });
    expect((await decide(caseId, 'reject', REASON)).status).toBe(409);
    expect(await first('select count(*) as n from statements where job_id = ?', jobId)).toEqual({ n: '1' });
  }
});

/** A public employer that wants another name. */
async function change() {
  const employer = await makeEmployer(board.database.db, { name: 'Old name' });
  await makePost(board.database.db, { state: 'published', employer });
  const cookie = await signedIn(board, employer.owner);
  const page = { name: 'New name', website: '', about: '', places: [] };
  const asked = await board.ask(`/api/hire/employers/${employer.id}`, ownPost(ORIGIN, { cookie, body: page }));
  expect(asked.ok, await asked.clone().text()).toBe(true);
  const { id = '' } = await first("select id from cases where kind = 'employer' and state = 'open' and employer_seq = ?", employer.seq);
  return { employer, caseId: id };
}

test('a change of a public employer’s page waits, is compared, and shows once it is approved; its owner is told', async () => {
  const { employer, caseId } = await change();
  const seen = await see(caseId);
  expect(seen.fields.find(({ field }) => field === 'employer')).toMatchObject({ changed: true });
  expect((await decide(caseId, 'approve')).status).toBe(200);
  expect(await first('select name from employers where seq = ?', employer.seq)).toEqual({ name: 'New name' });
  expect((await mailsTo(board, employer.owner.email)).at(-1)).toMatchObject({ kind: 'employer-decided', facts: { approved: true } });
});

test('a refused change leaves the page as it was', async () => {
  const { employer, caseId } = await change();
  expect((await decide(caseId, 'reject', { rules: ['who-offers'], note: 'This is another firm’s name.' })).status).toBe(200);
  expect(await first('select name from employers where seq = ?', employer.seq)).toEqual({ name: 'Old name' });
  expect((await mailsTo(board, employer.owner.email)).at(-1)).toMatchObject({
    facts: { approved: false, reason: 'This is another firm’s name.' },
  });
});
