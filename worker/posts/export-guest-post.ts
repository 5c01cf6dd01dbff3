import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

export interface ExportGuestPostContext {
  readonly now: number;
  readonly guestPosts: Pick<GuestPostsRepository, 'everythingOf'>;
  readonly guestAddressSeal: Seal;
}

export interface GuestCopy {
  readonly copy: Record<string, unknown>;
  readonly fileName: string;
}

/** Everything that is kept about a post without an account and whoever wrote it, for whoever holds its secret link. */
export async function exportGuestPost(
  { now, guestPosts, guestAddressSeal }: ExportGuestPostContext,
  { link }: { readonly link: OpenedLink | null },
): Promise<GuestCopy> {
  const postId = link?.kind === 'manage-post' ? link.subjectId : null;
  const kept = postId === null ? null : await guestPosts.everythingOf(postId);
  if (postId === null || kept === null) throw new DomainError('not_found', LINK_OVER);
  const { sealedAddress, ...rest } = kept;
  const address = sealedAddress === null ? null : await guestAddressSeal.open(sealedAddress, postId);
  return { copy: { address, ...rest }, fileName: `ad-${postId}-${utcDay(now)}.json` };
}
