import type { PostClaimsRepository } from '#db/repositories/post-claims.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { draftOver } from '#worker/posts/model/draft-cookie.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';

export interface ClaimPostContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly board: Pick<Board, 'timeZone'>;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly postClaims: PostClaimsRepository;
}

export interface PostClaiming {
  readonly member: Member;
  readonly postId: string;
  /** What opens the post in this browser: a secret link, or the draft’s own cookie. */
  readonly link: OpenedLink | null;
  readonly draftKey: string | null;
  /** The employer that it is written for; null for an ad of one’s own. */
  readonly employer: string | null;
}

/**
 * Takes a post that was written without an account into the account of whoever holds it: by their act alone. Its links open nothing any more.
 * What waits for a moderator under one name is not published under another's: taken for an employer it is a draft again.
 */
export async function claimPost(context: ClaimPostContext, claiming: PostClaiming): Promise<readonly string[]> {
  const { now, publicUrl, postClaims } = context;
  const { member, postId, link, draftKey, employer } = claiming;
  requireUnfrozen(member);
  const isLinked = link?.kind === 'manage-post' && link.subjectId === postId;
  const waiting = isLinked && employer !== null ? await waitingWords(context, postId) : null;
  const claim = { postId, accountId: member.accountId, employer, draftKey, isLinked, waiting, now };
  if (!(await postClaims.claim(claim))) throw refused(employer);
  return isLinked ? [] : [draftOver(publicUrl)];
}

/** What waits for a moderator, as its author goes on writing it. */
async function waitingWords({ now, board, posts }: ClaimPostContext, postId: string): Promise<DraftFields | null> {
  const found = await posts.find(postId, { is: 'guest', postId });
  return found === null || found.post.waitingRevisionId === null ? null : writtenFields(found, { now, timeZone: board.timeZone });
}

function refused(employer: string | null): DomainError {
  return employer === null ? new DomainError('not_found', 'posts.not-here') : new DomainError('conflict', 'posts.only-own');
}
