import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { NoteAdDeleted } from '#worker/posts/delete-post.ts';
import { draftOver } from '#worker/posts/model/draft-cookie.ts';

export interface RefuseGuestPostContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly guestPosts: Pick<GuestPostsRepository, 'refuse'>;
  readonly noteAdDeleted: NoteAdDeleted;
}

/** Whoever reads the mailbox wrote no ad: address and draft are forgotten at once. */
export async function refuseGuestPost(
  { now, publicUrl, guestPosts, noteAdDeleted }: RefuseGuestPostContext,
  { link }: { readonly link: OpenedLink | null },
): Promise<readonly string[]> {
  const use = link?.kind === 'confirm-post' ? { id: link.tokenId, kind: link.kind, now } : null;
  const id = link?.subjectId ?? '';
  if (use === null || !(await guestPosts.refuse({ link: use, postId: id }))) throw new DomainError('not_found', LINK_OVER);
  await noteAdDeleted({ id, at: now });
  return [endedCookie('link', publicUrl), draftOver(publicUrl)];
}
