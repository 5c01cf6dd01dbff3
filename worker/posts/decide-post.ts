import type { Approval, Rejection } from '#db/repositories/post-decisions.ts';
import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Fingerprinted } from '#worker/posts/model/fingerprint.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';

export interface DecidePostContext {
  readonly now: number;
  readonly postRevisions: Pick<PostRevisionsRepository, 'find'>;
  readonly fingerprint: (post: Fingerprinted) => Promise<string>;
  readonly approveStatements: (approval: Approval) => readonly Statement[];
  readonly rejectStatements: (rejection: Rejection) => readonly Statement[];
}

export interface PostApproved {
  /** The revision that was read. */
  readonly revisionId: string;
  /** What a moderator made of it; left out where it stays as it was written. */
  readonly content?: PostContent;
  /** What its author is told. */
  readonly why?: string | null;
}

/**
 * What publishes a revision, for the batch of the decision. Null where it waits no longer; should another take its place before the batch
 * runs, its statements break off.
 */
export async function approvePost(
  context: DecidePostContext,
  { revisionId, content, why = null }: PostApproved,
): Promise<readonly Statement[] | null> {
  const { now, postRevisions, fingerprint, approveStatements } = context;
  const found = await postRevisions.find(revisionId);
  if (found === null || found.revision.state !== 'waiting') return null;
  const { post, revision } = found;
  const shown = content ?? revision.content;
  return approveStatements({
    postId: post.id,
    revisionId,
    now,
    by: 'moderator',
    ad: publicAd(shown),
    publishOn: shown.publishOn,
    fingerprint: await fingerprint({ employerSeq: post.employerSeq, content: shown }),
    edit: content === undefined ? null : { revisionId: newId(), content },
    why,
  });
}

export interface PostRejected {
  readonly revisionId: string;
  /** Which rules it broke, and why: what its author is told. */
  readonly why: string;
}

/** What refuses a revision, likewise: what was approved before stays public. */
export async function rejectPost(context: DecidePostContext, { revisionId, why }: PostRejected): Promise<readonly Statement[] | null> {
  const { now, postRevisions, rejectStatements } = context;
  const found = await postRevisions.find(revisionId);
  if (found === null || found.revision.state !== 'waiting') return null;
  return rejectStatements({ postId: found.post.id, revisionId, now, why });
}
