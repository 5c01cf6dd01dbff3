import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type AuthorAct, authorMoveStatements } from '#db/repositories/author-moves.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { type Approval, approveStatements } from '#db/repositories/post-decisions.ts';
import { shownPicturesStatement } from '#db/repositories/post-pictures.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { postRevisions } from '#db/schema/posting-tables.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import type { PostLogKind } from '#worker/posts/model/post-log-kinds.ts';

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

const LOGGED: Readonly<Record<Submission['act'], PostLogKind>> = { submit: 'submitted', relist: 'relisted' };

/** Words that wait take the place of those that waited before, and stand in the queue; with an approval they are public at once. */
export function submitStatements(db: Database, submission: Submission): readonly Statement[] {
  const { act, version, approval } = submission;
  const asRead = sql`posts.draft_version = ${version} ${act === 'submit' ? sql`and posts.draft is not null` : sql``}`;
  return [
    ...authorMoveStatements(db, { by: submission, act, what: LOGGED[act], where: asRead, within: waitingStatements(db, submission) }),
    ...(approval === null ? [] : approveStatements(db, approval)),
    ...openCaseStatements(db, caseOf(submission)),
  ];
}

function waitingStatements(db: Database, { id, now, revision }: Submission): readonly Statement[] {
  const { content, flags } = revision;
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from post_revisions where post_id = ${id})`;
  return [
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
  ];
}

function caseOf({ id: jobId, caseId, revision, employerSeq, approval, now }: Submission): NewCase {
  const { id: revisionId, content, flags } = revision;
  const kind = approval === null ? 'post' : 'review';
  return { id: caseId, kind, jobId, revisionId, employerSeq, title: content.title, flags, openedAt: now };
}
