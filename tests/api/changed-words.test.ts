import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { newContent } from '#tests/support/moderation.ts';
import { editedPost, makeEmployer, makePost, type TestEmployer, type TestPost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import type { DecisionsView, DecisionView } from '#worker/moderation/model/decision-view.ts';
import type { StaffAppeal } from '#worker/moderation/model/staff-views.ts';
import type { PostView } from '#worker/posts/model/post-view.ts';

let board: ApiBoard;
let moderator: string;
let second: string;
let employer: TestEmployer;
let author: string;

beforeAll(async () => {
  board = await apiBoard();
  const { db } = board.database;
  moderator = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  second = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  employer = await makeEmployer(db, { name: 'Ward and Sons' });
  author = await signedIn(board, employer.owner);
});
afterAll(() => board.close());

const TEXT = newContent().description;
const EDIT = { title: 'Nurse, all genders', description: TEXT, rules: ['open-to-all'], note: 'The title named one sex.', answers: {} };
const post = (path: string, { cookie = moderator, body = {} }: { readonly cookie?: string; readonly body?: unknown } = {}) =>
  board.ask(path, ownPost(ORIGIN, { cookie, body }));
async function see<View>(path: string, cookie = moderator): Promise<View> {
  return (await board.ask(path, { headers: { Cookie: cookie } })).json();
}
const caseOf = ({ caseId }: TestPost) => see<CaseView>(`/api/moderate/cases/${caseId}`);
const decisionAbout = async ({ id }: TestPost) => {
  const { decisions } = await see<DecisionsView>('/api/decisions', author);
  const views = await Promise.all(decisions.map((one) => see<DecisionView>(`/api/decisions/${one.id}`, author)));
  return views.find(({ jobId, restriction }) => jobId === id && restriction === 'edited');
};

async function changedByModerator(): Promise<TestPost> {
  const written = await makePost(board.database.db, { state: 'submitted', employer, content: newContent({ title: 'Male nurse' }) });
  expect((await post(`/api/moderate/cases/${written.caseId}/edit`, { body: EDIT })).status).toBe(200);
  return written;
}

const textOf = (fields: CaseView['edited'], is: 'added' | 'removed') =>
  fields.flatMap(({ field, parts }) => parts.filter((part) => part.is === is).map(({ text }) => `${field}: ${text}`)).join(' ');

test(
  'words that a moderator changed stand beside the author’s: at their desk, with the decision, and in the case',
  proves('rejected-by-rule'),
  async () => {
    const written = await changedByModerator();
    const { changedForYou } = await see<PostView>(`/api/hire/posts/${written.id}`, author);
    expect(changedForYou.map(({ field }) => field)).toEqual(['title']);
    expect([textOf(changedForYou, 'removed'), textOf(changedForYou, 'added')]).toEqual([
      expect.stringContaining('Male'),
      expect.stringContaining('all genders'),
    ]);
    expect((await decisionAbout(written))?.changes).toEqual(changedForYou);
    expect(await caseOf(written)).toMatchObject({ isEdit: false, edited: changedForYou });
  },
);

test('an approved change is still compared with what it changed', async () => {
  const { db } = board.database;
  const first = await makePost(db, { state: 'published', employer, content: newContent({ title: 'Nurse by day' }) });
  const next = await editedPost(db, first, { employer, content: newContent({ title: 'Nurse by night' }) });
  expect((await post(`/api/moderate/cases/${next.caseId}/approve`)).status).toBe(200);
  const seen = await caseOf(next);
  expect([textOf(seen.fields, 'removed'), textOf(seen.fields, 'added')]).toEqual(['title: day', 'title: night']);
  expect(seen.edited).toEqual([]);
  const { changedForYou } = await see<PostView>(`/api/hire/posts/${first.id}`, author);
  expect(changedForYou).toEqual([]);
});

test('words that wait again after an objection are compared with the moderator’s, which are public', async () => {
  const written = await changedByModerator();
  const decision = await decisionAbout(written);
  expect(
    (await post(`/api/decisions/${decision?.id}/object`, { cookie: author, body: { reasons: 'The law asks for a man here.' } })).status,
  ).toBe(200);
  const { cases } = await see<{ cases: readonly { subjectId: string; title: string }[] }>('/api/moderate/queue?kind=appeal', second);
  const appeal = cases.at(-1)?.subjectId;
  const { changes } = await see<StaffAppeal>(`/api/moderate/appeals/${appeal}`, second);
  expect([textOf(changes, 'removed'), textOf(changes, 'added')]).toEqual(['title: Male nurse', 'title: Nurse, all genders']);
  const body = { outcome: 'reversed', answer: 'You are right.' };
  expect((await post(`/api/moderate/appeals/${appeal}/decide`, { cookie: second, body })).status).toBe(200);
  const { cases: waiting } = await see<{ cases: readonly { id: string; title: string }[] }>('/api/moderate/queue?kind=post', second);
  const again = await see<CaseView>(`/api/moderate/cases/${waiting.find(({ title }) => title === 'Male nurse')?.id}`);
  expect(again).toMatchObject({ isEdit: true, edited: [] });
  expect(textOf(again.fields, 'added')).toContain('Male');
});
