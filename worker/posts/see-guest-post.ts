import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { GuestView } from '#worker/posts/model/guest-view.ts';
import { type PreviewPostContext, previewPost } from '#worker/posts/preview-post.ts';

export interface SeeGuestPostContext extends PreviewPostContext {
  readonly guestPosts: Pick<GuestPostsRepository, 'unconfirmed' | 'address'>;
  readonly guestAddressSeal: Seal;
}

/** What the link of a guest is about that is open in this browser. */
export async function seeGuestPost(context: SeeGuestPostContext, { link }: { readonly link: OpenedLink | null }): Promise<GuestView> {
  const postId = link?.subjectId ?? null;
  const view = postId === null ? null : await viewOf(context, { kind: link?.kind, postId });
  if (view === null) throw new DomainError('not_found', LINK_OVER);
  return view;
}

interface Opened {
  readonly kind: OpenedLink['kind'] | undefined;
  readonly postId: string;
}

async function viewOf(context: SeeGuestPostContext, { kind, postId }: Opened): Promise<GuestView | null> {
  const { guestPosts, guestAddressSeal } = context;
  if (kind === 'confirm-post') {
    const found = await guestPosts.unconfirmed(postId);
    if (found === null) return null;
    const { id, title, version, draftKey } = found;
    const preview = await previewPost(context, { id, author: { is: 'browser', draftKey } });
    return { is: 'to-confirm', title, version, preview };
  }
  if (kind !== 'manage-post') return null;
  const sealed = await guestPosts.address(postId);
  return sealed === null ? null : { is: 'own', postId, email: await guestAddressSeal.open(sealed, postId) };
}
