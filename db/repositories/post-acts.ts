import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type AuthorAct, authorMoveStatements } from '#db/repositories/author-moves.ts';
import { answerQuestionStatements, reviewAgainStatement, withdrawCasesStatements } from '#db/repositories/cases.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { isAuthoredBy } from '#db/repositories/post-authors.ts';
import { leftStatement } from '#db/repositories/post-fingerprints.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { isAllowed } from '#db/repositories/post-moves.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';
import { type Submission, submitStatements } from '#db/repositories/post-submission.ts';
import { wordsWithdrawn } from '#db/repositories/post-withdrawal.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { jobs } from '#db/schema/tables.ts';
import { loggedAs } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

export type PostActsRepository = ReturnType<typeof postActsRepository>;

/** The acts of authors: each is one batch, and false where it is not theirs, not allowed at that moment, or overtaken. Then nothing happened. */
export function postActsRepository(db: Database) {
  return {
    submit: (submission: Submission) => runOrNothing(db, submitStatements(db, submission)),
    withdraw: (act: AuthorAct & { readonly fields: DraftFields }) => runOrNothing(db, withdrawStatements(db, act)),
    stop: (act: AuthorAct) => runOrNothing(db, stopStatements(db, act)),
    resume: (act: AuthorAct) => runOrNothing(db, resumeStatements(db, act)),
    /** Says what a moderator has asked. */
    answer: (act: AuthorAct & { readonly text: string }) => runOrNothing(db, answerStatements(db, act)),
    delete: (act: Deletion) => runOrNothing(db, deleteStatements(db, act)),
  };
}

/** The words go on as a draft, unless another was begun meanwhile. */
export function withdrawStatements(db: Database, act: AuthorAct & { readonly fields: DraftFields }): readonly Statement[] {
  const { id, now } = act;
  return [
    ...authorMoveStatements(db, {
      by: act,
      act: 'withdraw',
      what: 'withdrawn',
      where: sql`posts.waiting_revision_id is not null`,
      within: wordsWithdrawn(db, act),
    }),
    ...withdrawCasesStatements(db, { now, jobId: id, kinds: ['post'] }),
    reviewAgainStatement(db, id),
  ];
}

function stopStatements(db: Database, act: AuthorAct): readonly Statement[] {
  const { id, now } = act;
  return authorMoveStatements(db, {
    by: act,
    act: 'stop',
    what: 'stopped',
    within: [
      db.update(jobs).set({ status: 'stopped', stoppedAt: now, updatedAt: now }).where(eq(jobs.id, id)),
      leftStatement(db, { postId: id, leftAt: now }),
    ],
  });
}

/** What has run out meanwhile is put in again, and looked at again. */
function resumeStatements(db: Database, act: AuthorAct): readonly Statement[] {
  const { id, now } = act;
  const where = sql`exists (select 1 from jobs where jobs.id = posts.id and jobs.public_until > ${now})`;
  return authorMoveStatements(db, {
    by: act,
    act: 'resume',
    what: 'resumed',
    where,
    within: [
      db.update(jobs).set({ status: 'published', stoppedAt: null, updatedAt: now }).where(eq(jobs.id, id)),
      leftStatement(db, { postId: id, leftAt: null }),
    ],
  });
}

function answerStatements(db: Database, { id, author, now, text }: AuthorAct & { readonly text: string }): readonly Statement[] {
  return [
    ...answerQuestionStatements(db, id),
    ...logStatements(db, { postId: id, at: now, ...loggedAs(author), what: 'answered', why: text }),
  ];
}

export interface Deletion extends AuthorAct {
  /** What has to see it while it is there. */
  readonly first?: readonly Statement[];
}

function deleteStatements(db: Database, { id, author, now, first = [] }: Deletion): readonly Statement[] {
  const mayGo = sql`exists (select 1 from posts where posts.id = ${id} and ${isAllowed('delete')} and ${isAuthoredBy(author)})`;
  return [orNothing(db, mayGo), ...first, ...removePostsStatements(db, sql`(${id})`, now)];
}
