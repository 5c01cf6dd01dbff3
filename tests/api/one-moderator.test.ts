import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { newContent } from '#tests/support/moderation.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import type { DecisionsView, DecisionView } from '#worker/moderation/model/decision-view.ts';
import type { TransparencyView } from '#worker/moderation/model/transparency-view.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const REASON = { rules: ['free-to-apply'], note: 'Applicants pay for a course before they begin.' };

test('whoever objects is told where one person alone decides, and not where there is another', proves('objection-by-another'), async () => {
  const { db } = board.database;
  const moderator = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
  const employer = await makeEmployer(db, { name: 'Ward and Sons' });
  const author = await signedIn(board, employer.owner);
  const reject = async () => {
    const { caseId } = await makePost(db, { state: 'submitted', employer, content: newContent() });
    const answer = await board.ask(`/api/moderate/cases/${caseId}/reject`, ownPost(ORIGIN, { cookie: moderator, body: REASON }));
    expect(answer.status).toBe(200);
    const list: DecisionsView = await (await board.ask('/api/decisions', { headers: { Cookie: author } })).json();
    const path = `/api/decisions/${list.decisions[0]?.id}`;
    const decision: DecisionView = await (await board.ask(path, { headers: { Cookie: author } })).json();
    const mail = (await mailsTo(board, employer.owner.email)).at(-1);
    const totals: TransparencyView = await (await board.ask('/api/transparency')).json();
    return [decision.isAlone, mail?.facts, totals.isAlone];
  };
  expect(await reject()).toMatchObject([true, { isAlone: true }, true]);
  await makeAccount(db, { role: 'administrator' });
  expect(await reject()).toMatchObject([false, { isAlone: false }, false]);
});
