import { eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { reviewAgainStatement } from '#db/repositories/cases.ts';
import { adStatements } from '#db/repositories/post-ads.ts';
import { moveStatements } from '#db/repositories/post-moves.ts';
import { shownPicturesStatement } from '#db/repositories/post-pictures.ts';
import { postRevisions } from '#db/schema/posting-tables.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import type { PostLogKind } from '#worker/posts/model/post-log-kinds.ts';
import type { PublicAd } from '#worker/posts/model/public-ad.ts';

export interface Approval {
  readonly postId: string;
  /** The revision that was read: where another waits by now, or none, nothing happens. */
  readonly revisionId: string;
  readonly now: number;
  readonly by: 'moderator' | 'board';
  readonly ad: PublicAd;
  readonly publishOn: number | null;
  /** Keyed hash of employer and text. */
  readonly fingerprint: string;
  /** What a moderator made of it: becomes a revision of its own, and the public one. */
  readonly edit: { readonly revisionId: string; readonly content: PostContent } | null;
  /** What its author is told. */
  readonly why: string | null;
}

/**
 * Publishes exactly the revision that was read, or what a moderator made of it, for `runOrNothing` or `audited`: the ad in `jobs`, the state, the
 * log and the dates in one batch. The case is closed by whoever decides (`closeCaseStatements`).
 */
export function approveStatements(db: Database, approval: Approval): readonly BatchItem<'sqlite'>[] {
  const { postId, revisionId, now, by, edit, why } = approval;
  const what: PostLogKind = edit !== null ? 'edited' : by === 'board' ? 'published-first' : 'approved';
  const shown = edit?.revisionId ?? revisionId;
  return moveStatements(db, { act: 'approve', postId, now, by, accountId: null, what, why, where: waits(revisionId) }, [
    decided(db, { revisionId, now, state: edit === null ? 'approved' : 'replaced' }),
    ...(edit === null ? [] : [editedRevision(db, approval, edit)]),
    ...adStatements(db, approval),
    db.run(sql`update posts set public_revision_id = ${shown}, waiting_revision_id = null where id = ${postId}`),
    shownPicturesStatement(db, { postId, now }),
  ]);
}

export interface Rejection {
  readonly postId: string;
  readonly revisionId: string;
  readonly now: number;
  /** What its author is told. */
  readonly why: string;
}

/** Refuses the revision that was read: what was approved before stays public. */
export function rejectStatements(db: Database, { postId, revisionId, now, why }: Rejection): readonly BatchItem<'sqlite'>[] {
  const move = { act: 'reject', postId, now, by: 'moderator', accountId: null, what: 'rejected', why, where: waits(revisionId) } as const;
  return moveStatements(db, move, [
    decided(db, { revisionId, now, state: 'rejected' }),
    db.run(sql`update posts set waiting_revision_id = null where id = ${postId}`),
    reviewAgainStatement(db, postId),
  ]);
}

/** Whether a row of `posts` waits for a decision on that very revision. */
function waits(revisionId: string): SQL {
  return sql`posts.waiting_revision_id = ${revisionId}`;
}

interface Decided {
  readonly revisionId: string;
  readonly now: number;
  readonly state: 'approved' | 'rejected' | 'replaced';
}

function decided(db: Database, { revisionId, now, state }: Decided): BatchItem<'sqlite'> {
  return db.update(postRevisions).set({ state, decidedAt: now }).where(eq(postRevisions.id, revisionId));
}

function editedRevision(
  db: Database,
  { postId, revisionId, now }: Approval,
  { revisionId: id, content }: NonNullable<Approval['edit']>,
): BatchItem<'sqlite'> {
  const number = sql<number>`(select max(number) + 1 from post_revisions where post_id = ${postId})`;
  const decision = { state: 'approved', submittedAt: now, decidedAt: now, editedFrom: revisionId } as const;
  return db.insert(postRevisions).values({ id, postId, number, content, flags: [], ...decision });
}
