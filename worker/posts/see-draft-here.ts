import type { PostClaimsRepository } from '#db/repositories/post-claims.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { DraftHere } from '#worker/posts/model/guest-view.ts';

export interface SeeDraftHereContext {
  readonly postClaims: Pick<PostClaimsRepository, 'ofBrowser' | 'ofLink'>;
}

/** What a browser holds that somebody who is signed in there may take into the account. */
export async function seeDraftHere(
  { postClaims }: SeeDraftHereContext,
  { draftKey, link }: { readonly draftKey: string | null; readonly link: OpenedLink | null },
): Promise<DraftHere> {
  const linked = link?.kind === 'manage-post' ? link.subjectId : null;
  const byLink = linked === null ? null : await postClaims.ofLink(linked);
  const byDraft = byLink !== null || draftKey === null ? null : await postClaims.ofBrowser(draftKey);
  return { post: byLink ?? byDraft };
}
