import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { newContent } from '#tests/support/moderation.ts';
import { makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { QueueView } from '#worker/moderation/model/queue-view.ts';

let board: ApiBoard;
let moderator: string;
let second: string;
let employer: TestEmployer;

beforeAll(async () => {
  board = await apiBoard();
  const { db } = board.database;
  moderator = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  second = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  employer = await makeEmployer(db, { name: 'Ward and Sons' });
});
afterAll(() => board.close());

const REASON = { rules: ['free-to-apply'], note: 'Applicants pay for a course before they begin.' };
const GENDERED: FlagRaised = { flag: 'title-not-neutral', field: 'title', quote: 'Nurse' };

const submitted = (changes: Parameters<typeof newContent>[0] = {}, flags: readonly FlagRaised[] = []) =>
  makePost(board.database.db, { state: 'submitted', employer, content: newContent(changes), flags });

const decide = (caseId: string | null, act: string, body: unknown = {}, cookie = moderator) =>
  board.ask(`/api/moderate/cases/${caseId}/${act}`, ownPost(ORIGIN, { cookie, body }));

async function see(caseId: string | null, cookie = moderator): Promise<CaseView> {
  return (await board.ask(`/api/moderate/cases/${caseId}`, { headers: { Cookie: cookie } })).json();
}

async function queue(search = '', cookie = moderator): Promise<QueueView> {
  return (await board.ask(`/api/moderate/queue${search}`, { headers: { Cookie: cookie } })).json();
}

async function value(sql: string, ...args: (string | number)[]): Promise<unknown> {
  const { rows } = await board.database.client.execute({ sql, args });
  return rows[0] === undefined ? null : Object.values(rows[0])[0];
}

const stateOf = (id: string) => value('select state from posts where id = ?', id);
const isPublic = async (id: string) => (await board.ask(`/api/jobs/${id}`)).status === 200;

describe('the queue', () => {
  test('holds what waits, the first first, for those alone who decide', async () => {
    const post = await submitted({ title: 'Nurse in the queue' });
    const { cases, counts } = await queue('?kind=post');
    expect(cases.find(({ id }) => id === post.caseId)).toMatchObject({
      kind: 'post',
      title: 'Nurse in the queue',
      employer: 'Ward and Sons',
      isOwn: false,
    });
    expect(counts.find(({ kind }) => kind === 'post')?.count).toBe(cases.length);
    const seeker = await signedIn(board, await makeAccount(board.database.db, { role: 'seeker' }));
    const owner = await signedIn(board, employer.owner);
    expect((await board.ask('/api/moderate/queue')).status).toBe(401);
    for (const cookie of [seeker, owner]) {
      expect((await board.ask('/api/moderate/queue', { headers: { Cookie: cookie } })).status).toBe(403);
      expect((await board.ask(`/api/moderate/cases/${post.caseId}`, { headers: { Cookie: cookie } })).status).toBe(403);
      expect((await decide(post.caseId, 'approve', {}, cookie)).status).toBe(403);
    }
    expect(await stateOf(post.id)).toBe('submitted');
  });

  test('puts notices before all else, and is read page by page without loss', async () => {
    const now = Date.now();
    const rows = Array.from({ length: 60 }, (_, at) => [newId(), at % 20 === 7 ? 'notice' : 'review', now + (at % 5)] as const);
    await board.database.client.batch(
      rows.map(([id, kind, openedAt]) => ({
        sql: "insert into cases (id, kind, priority, state, title, flags, opened_at) values (?, ?, ?, 'open', 'Ad', '[]', ?)",
        args: [id, kind, kind === 'notice' ? 0 : 3, openedAt],
      })),
    );
    const first = await queue();
    expect(first.cases.slice(0, 3).map(({ kind }) => kind)).toEqual(['notice', 'notice', 'notice']);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: QueueView = await queue(`?kind=review${after === '' ? '' : `&after=${after}`}`);
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.toSorted()).toEqual(rows.flatMap(([id, kind]) => (kind === 'review' ? [id] : [])).toSorted());
    expect((await board.ask('/api/moderate/queue?after=9', { headers: { Cookie: moderator } })).status).toBe(400);
  });
});

describe('approving', () => {
  test('publishes the very words that were read, tells the author, and writes the act down', proves('posts-moderated'), async () => {
    const post = await submitted({ title: 'Nurse approved' });
    expect(await isPublic(post.id)).toBe(false);
    expect((await decide(post.caseId, 'approve')).status).toBe(200);
    expect(await isPublic(post.id)).toBe(true);
    expect(await stateOf(post.id)).toBe('published');
    expect((await mailsTo(board, employer.owner.email)).at(-1)).toMatchObject({ kind: 'post-approved' });
    expect(await value('select act from audit_log where subject = ?', post.id)).toBe('post-approved');
    expect(await see(post.caseId)).toMatchObject({ state: 'decided', outcome: 'approved' });
  });

  test('by two at once is one decision, and the other is told', async () => {
    const post = await submitted();
    const answers = await Promise.all([decide(post.caseId, 'approve'), decide(post.caseId, 'reject', REASON, second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const wasApproved = answers[0]?.status === 200;
    expect(await stateOf(post.id)).toBe(wasApproved ? 'published' : 'rejected');
    expect(await value('select count(*) from audit_log where subject = ?', post.id)).toBe(1);
    expect(await value('select count(*) from statements where job_id = ?', post.id)).toBe(wasApproved ? 0 : 1);
  });

  test('waits until what must be answered is answered', async () => {
    const post = await submitted({}, [GENDERED, { flag: 'first-post', field: 'title', quote: 'Nurse' }]);
    const refused = await decide(post.caseId, 'approve');
    expect(refused.status).toBe(400);
    expect((await refused.json()).error.fields.map(({ field }: { field: string }) => field)).toEqual(['title-not-neutral-0']);
    expect((await decide(post.caseId, 'approve', { answers: { 'title-not-neutral-0': 'sometimes' } })).status).toBe(400);
    expect((await decide(post.caseId, 'approve', { answers: { 'title-not-neutral-0': 'mistaken' } })).status).toBe(200);
    expect((await see(post.caseId)).flags[0]).toMatchObject({ flag: 'title-not-neutral', answer: 'mistaken' });
  });

  test('of one’s own employer’s post is for somebody else', async () => {
    const staff = await makeAccount(board.database.db, { role: 'moderator' });
    await board.database.client.execute({
      sql: "insert into employer_members (employer_seq, account_id, role, since) values (?, ?, 'recruiter', 1)",
      args: [employer.seq, staff.id],
    });
    const cookie = await signedIn(board, staff);
    const post = await submitted();
    expect((await see(post.caseId, cookie)).isOwn).toBe(true);
    for (const [act, body] of [
      ['approve', {}],
      ['reject', REASON],
      ['ask', { question: 'When?' }],
    ] as const)
      expect((await decide(post.caseId, act, body, cookie)).status).toBe(403);
    expect(await stateOf(post.id)).toBe('submitted');
    await board.database.client.execute({ sql: 'delete from employer_members where account_id = ?', args: [staff.id] });
  });
});

describe('rejecting', () => {
  test('names its rule and says why, in the mail and in a statement of reasons', proves('rejected-by-rule'), async () => {
    const post = await submitted();
    expect((await decide(post.caseId, 'reject', REASON)).status).toBe(200);
    expect(await stateOf(post.id)).toBe('rejected');
    expect(await isPublic(post.id)).toBe(false);
    const told = (await mailsTo(board, employer.owner.email)).at(-1);
    expect(told).toMatchObject({ kind: 'decision', facts: { rules: ['free-to-apply'], explanation: REASON.note } });
    expect(await value('select rules from statements where job_id = ?', post.id)).toBe('["free-to-apply"]');
  });

  test('without a rule, with a rule that there is none of, or without a reason is refused', async () => {
    const post = await submitted();
    for (const body of [
      { ...REASON, rules: [] },
      { ...REASON, rules: ['because'] },
      { ...REASON, note: ' ' },
    ])
      expect((await decide(post.caseId, 'reject', body)).status).toBe(400);
    expect(await stateOf(post.id)).toBe('submitted');
  });

  test('an edit leaves the approved words public', async () => {
    const post = await submitted({ title: 'Nurse of the first hour' });
    await decide(post.caseId, 'approve');
    const edit = { revision: newId(), case: newId() };
    const content = JSON.stringify(newContent({ title: 'Nurse who pays for a course' }));
    await board.database.client.batch([
      {
        sql: "insert into post_revisions (id, post_id, number, content, state, flags, submitted_at) values (?, ?, 2, ?, 'waiting', '[]', ?)",
        args: [edit.revision, post.id, content, Date.now()],
      },
      { sql: 'update posts set waiting_revision_id = ? where id = ?', args: [edit.revision, post.id] },
      {
        sql: "insert into cases (id, kind, priority, state, job_id, revision_id, title, flags, opened_at) values (?, 'post', 2, 'open', ?, ?, 'Nurse', '[]', ?)",
        args: [edit.case, post.id, edit.revision, Date.now()],
      },
    ]);
    const seen = await see(edit.case);
    expect(seen.isEdit).toBe(true);
    expect(seen.fields.filter(({ changed }) => changed).map(({ field }) => field)).toEqual(['title']);
    expect((await decide(edit.case, 'reject', REASON)).status).toBe(200);
    const told = (await mailsTo(board, employer.owner.email)).at(-1);
    expect(told).toMatchObject({ kind: 'decision', facts: { restriction: 'rejected', isChange: true } });
    expect(await (await board.ask(`/api/jobs/${post.id}`)).json()).toMatchObject({ title: 'Nurse of the first hour' });
    expect(await stateOf(post.id)).toBe('published');
  });
});

describe('changing words', () => {
  const description =
    'You look after eighteen people with two colleagues. Shifts are planned six weeks ahead, and you are paid for the talk before.';
  const EDIT = { title: 'Nurse (all genders)', description, ...REASON, answers: {} };

  test('publishes the changed words, keeps both readings, and tells the author', async () => {
    const post = await submitted({ title: 'Nurse as written' });
    expect((await decide(post.caseId, 'edit', EDIT)).status).toBe(200);
    expect(await (await board.ask(`/api/jobs/${post.id}`)).json()).toMatchObject({ title: 'Nurse (all genders)' });
    const titles =
      "select group_concat(content ->> 'title', ' | ') from (select content from post_revisions where post_id = ? order by number)";
    expect(await value(titles, post.id)).toBe('Nurse as written | Nurse (all genders)');
    expect(await value('select edited_from from post_revisions where post_id = ? and number = 2', post.id)).toBe(post.revisionId);
    expect((await mailsTo(board, employer.owner.email)).at(-1)).toMatchObject({ kind: 'decision', facts: { restriction: 'edited' } });
  });

  test('that takes away what must be answered needs no answer, and changing nothing is refused', async () => {
    const post = await submitted({}, [GENDERED]);
    const { title, description: same } = newContent();
    expect((await decide(post.caseId, 'edit', { ...EDIT, title, description: same })).status).toBe(400);
    expect((await decide(post.caseId, 'edit', EDIT)).status).toBe(200);
  });
});

describe('asking', () => {
  test('tells the author and leaves the post waiting', async () => {
    const post = await submitted();
    expect((await decide(post.caseId, 'ask', { question: 'Who pays for the course?' })).status).toBe(200);
    expect(await see(post.caseId)).toMatchObject({
      state: 'open',
      question: { text: 'Who pays for the course?', waits: true, answer: null },
    });
    expect((await mailsTo(board, employer.owner.email)).at(-1)).toMatchObject({ kind: 'post-question' });
    expect(await stateOf(post.id)).toBe('submitted');
    expect((await decide(post.caseId, 'approve')).status).toBe(200);
    expect((await decide(post.caseId, 'ask', { question: 'And who else?' })).status).toBe(409);
  });

  test('shows the answer beside the question, and in the queue that there is one', async () => {
    const post = await submitted({ title: 'Nurse with an answer' });
    const stands = async () => (await queue('?kind=post')).cases.find(({ id }) => id === post.caseId);
    await decide(post.caseId, 'ask', { question: 'Who pays for the course?' });
    expect(await stands()).toMatchObject({ asked: true, answered: false });
    const cookie = await signedIn(board, employer.owner);
    const answer = ownPost(ORIGIN, { cookie, body: { text: 'We do.' } });
    expect((await board.ask(`/api/hire/posts/${post.id}/answer`, answer)).status).toBe(200);
    expect(await stands()).toMatchObject({ asked: false, answered: true });
    expect((await see(post.caseId)).question).toEqual({ text: 'Who pays for the course?', waits: false, answer: 'We do.' });
    await decide(post.caseId, 'ask', { question: 'Also the uniform?' });
    expect((await see(post.caseId)).question).toEqual({ text: 'Also the uniform?', waits: true, answer: null });
  });
});

test('a case says what became of the author’s other posts, and shows nobody’s address', async () => {
  const own = await makeEmployer(board.database.db, { name: 'History' });
  await makePost(board.database.db, { state: 'published', employer: own });
  await makePost(board.database.db, { state: 'rejected', employer: own });
  const content = newContent({
    description: 'Write to boss@ward.example if you would like to know more about these nights, or call +46 40 123 45 67.',
  });
  const post = await makePost(board.database.db, { state: 'submitted', employer: own, content });
  const seen = await see(post.caseId);
  expect(seen.history).toMatchObject({ is: 'employer', posts: 3, approved: 1, rejected: 1, notices: 0 });
  expect(JSON.stringify({ ...seen, words: null })).not.toMatch(/boss@|123 45|@mail\.example/);
});

test('a case names the last decisions against its author, with the rules, and those against nobody else', async () => {
  const own = await makeEmployer(board.database.db, { name: 'Record' });
  const of = (title: string) => makePost(board.database.db, { state: 'submitted', employer: own, content: newContent({ title }) });
  const first = await of('Nurse with a fee');
  await decide(first.caseId, 'reject', REASON);
  const gone = await of('Nurse who is gone');
  await decide(gone.caseId, 'reject', REASON);
  await board.database.client.execute({ sql: 'delete from posts where id = ?', args: [gone.id] });
  const { history } = await see((await of('Nurse without')).caseId);
  expect(history?.decisions.map(({ title, restriction, caseId }) => [title, restriction, caseId])).toEqual(
    expect.arrayContaining([
      ['Nurse with a fee', 'rejected', first.caseId],
      ['Nurse who is gone', 'rejected', gone.caseId],
    ]),
  );
  expect(history?.decisions.length).toBe(2);
  expect(history?.decisions[0]?.why.join()).toContain('Nobody pays to apply');
});

test('another’s id and one of nothing answer alike', async () => {
  for (const id of [newId(), 'nonsense']) expect([404, 400]).toContain((await decide(id, 'approve')).status);
});
