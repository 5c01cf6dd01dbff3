import type { PostClaimsRepository } from '#db/repositories/post-claims.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { draftOver } from '#worker/posts/model/draft-cookie.ts';

export interface ClaimPostContext {
  readonly now: number;
  readonly publicUrl: string;
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

/** Takes a post that was written without an account into the account of whoever holds it: by their act alone. Its links open nothing any more. */
export async function claimPost({ now, publicUrl, postClaims }: ClaimPostContext, claiming: PostClaiming): Promise<readonly string[]> {
  const { member, postId, link, draftKey, employer } = claiming;
  requireUnfrozen(member);
  const isLinked = link?.kind === 'manage-post' && link.subjectId === postId;
  const claim = { postId, accountId: member.accountId, employer, draftKey, isLinked, now };
  if (!(await postClaims.claim(claim))) throw refused(employer);
  return isLinked ? [] : [draftOver(publicUrl)];
}

function refused(employer: string | null): DomainError {
  const message = 'posts.not-here';
  const forEmployer = 'posts.only-own';
  return employer === null ? new DomainError('not_found', message) : new DomainError('conflict', forEmployer);
}
