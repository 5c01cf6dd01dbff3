import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { answerQuestionStatements, openCaseStatements, withdrawCasesStatements } from '#db/repositories/cases.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { isAuthoredBy } from '#db/repositories/post-authors.ts';
import { type Approval, approveStatements } from '#db/repositories/post-decisions.ts';
import { leftStatement } from '#db/repositories/post-fingerprints.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { isAllowed, moveStatements, type PostMove } from '#db/repositories/post-moves.ts';
import { shownPicturesStatement } from '#db/repositories/post-pictures.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';
import { postRevisions } from '#db/schema/posting-tables.ts';
import { jobs } from '#db/schema/tables.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { type Author, loggedAs } from '#worker/posts/model/author.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { PostLogKind } from '#worker/posts/model/post-log-kinds.ts';

/** One act of an author on one post. */
export interface AuthorAct {
  readonly id: string;
  readonly author: Author;
  readonly now: number;
}

export interface Submission extends AuthorAct {
  readonly act: 'submit' | 'relist';
  /** The version of the draft that was read: where another was saved since, nothing happens. */
  readonly version: number;
  readonly revision: { readonly id: string; readonly content: PostContent; readonly flags: readonly FlagRaised[] };
  readonly caseId: string;
  readonly employerSeq: number | null;
  /** Where the board publishes this first and looks at it after. */
  readonly approval: Approval | null;
}

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
    /** `first`: what has to see it while it is there. */
    delete: (act: AuthorAct, first: readonly BatchItem<'sqlite'>[] = []) => runOrNothing(db, [...deleteStatements(db, act, first)]),
  };
}

function moveOf(
  db: Database,
  { id, author, now }: AuthorAct,
  move: Pick<PostMove, 'where' | 'what' | 'act'>,
  within: readonly BatchItem<'sqlite'>[],
): readonly BatchItem<'sqlite'>[] {
  const { where = sql`true`, ...rest } = move;
  return moveStatements(db, { ...rest, ...loggedAs(author), postId: id, now, where: sql`${isAuthoredBy(author)} and ${where}` }, within);
}

const LOGGED: Readonly<Record<Submission['act'], PostLogKind>> = { submit: 'submitted', relist: 'relisted' };

function submitStatements(db: Database, submission: Submission): readonly BatchItem<'sqlite'>[] {
  const { id, act, now, version, revision, caseId, employerSeq, approval } = submission;
  const { content, flags } = revision;
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from post_revisions where post_id = ${id})`;
  const asRead = sql`posts.draft_version = ${version} ${act === 'submit' ? sql`and posts.draft is not null` : sql``}`;
  const kind = approval === null ? 'post' : 'review';
  return [
    ...moveOf(db, submission, { act, what: LOGGED[act], where: asRead }, [
      db
        .update(postRevisions)
        .set({ state: 'replaced', decidedAt: now })
        .where(and(eq(postRevisions.postId, id), eq(postRevisions.state, 'waiting'))),
      db
        .insert(postRevisions)
        .values({ id: revision.id, postId: id, number, content, state: 'waiting', flags: [...flags], submittedAt: now }),
      db.run(sql`
        update posts set waiting_revision_id = ${revision.id}, draft = null, draft_version = draft_version + 1, language = ${content.language},
          kind = ${content.kind} where id = ${id}`),
      shownPicturesStatement(db, { postId: id, now }),
    ]),
    ...(approval === null ? [] : approveStatements(db, approval)),
    ...openCaseStatements(db, {
      id: caseId,
      kind,
      jobId: id,
      revisionId: revision.id,
      employerSeq,
      title: content.title,
      flags,
      openedAt: now,
    }),
  ];
}

/** The words go on as a draft, unless another was begun meanwhile. */
function withdrawStatements(db: Database, act: AuthorAct & { readonly fields: DraftFields }): readonly BatchItem<'sqlite'>[] {
  const { id, now, fields } = act;
  return [
    ...moveOf(db, act, { act: 'withdraw', what: 'withdrawn', where: sql`posts.waiting_revision_id is not null` }, [
      db
        .update(postRevisions)
        .set({ state: 'withdrawn', decidedAt: now })
        .where(sql`id = (select waiting_revision_id from posts where posts.id = ${id})`),
      db.run(sql`
        update posts set waiting_revision_id = null, draft_version = draft_version + 1, draft = coalesce(draft, ${JSON.stringify(fields)})
        where id = ${id}`),
    ]),
    ...withdrawCasesStatements(db, { now, jobId: id, kinds: ['post', 'review'] }),
  ];
}

function stopStatements(db: Database, act: AuthorAct): readonly BatchItem<'sqlite'>[] {
  const { id, now } = act;
  return moveOf(db, act, { act: 'stop', what: 'stopped' }, [
    db.update(jobs).set({ status: 'stopped', stoppedAt: now, updatedAt: now }).where(eq(jobs.id, id)),
    leftStatement(db, id, now),
  ]);
}

/** What has run out meanwhile is put in again, and looked at again. */
function resumeStatements(db: Database, act: AuthorAct): readonly BatchItem<'sqlite'>[] {
  const { id, now } = act;
  const where = sql`exists (select 1 from jobs where jobs.id = posts.id and jobs.public_until > ${now})`;
  return moveOf(db, act, { act: 'resume', what: 'resumed', where }, [
    db.update(jobs).set({ status: 'published', stoppedAt: null, updatedAt: now }).where(eq(jobs.id, id)),
    leftStatement(db, id, null),
  ]);
}

function answerStatements(db: Database, { id, author, now, text }: AuthorAct & { readonly text: string }): readonly BatchItem<'sqlite'>[] {
  return [
    ...answerQuestionStatements(db, id),
    ...logStatements(db, { postId: id, at: now, ...loggedAs(author), what: 'answered', why: text }),
  ];
}

function deleteStatements(
  db: Database,
  { id, author, now }: AuthorAct,
  first: readonly BatchItem<'sqlite'>[],
): readonly BatchItem<'sqlite'>[] {
  const mayGo = sql`exists (select 1 from posts where posts.id = ${id} and ${isAllowed('delete')} and ${isAuthoredBy(author)})`;
  return [orNothing(db, mayGo), ...first, ...removePostsStatements(db, sql`(${id})`, now)];
}
