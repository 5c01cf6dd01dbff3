import { type Actor, type Guest, isMember } from '#worker/kernel/actor.ts';

/**
 * Who touches a post as its author: somebody signed in, whoever has opened the secret link of a guest's post, or the browser in which a draft
 * was begun signed out. Whether the post is theirs is settled in SQL, by `db/repositories/post-authors.ts` alone.
 */
export type Author =
  | { readonly is: 'member'; readonly accountId: string }
  | { readonly is: 'guest'; readonly postId: string }
  /** SHA-256 of what the cookie `draft` holds. */
  | { readonly is: 'browser'; readonly draftKey: string };

export interface Asking {
  readonly actor: Actor;
  /** What a link from a mail has opened in this browser, also of somebody signed in. */
  readonly link: Guest['link'] | null;
  readonly draftKey: string | null;
}

/**
 * As whom a request acts, on that post or in general. An opened link is about its own post alone, and counts for that before the session;
 * somebody signed in is never taken for the browser: a draft joins an account by an act of its own. Null for a mere visitor.
 */
export function authorOf({ actor, link, draftKey }: Asking, postId?: string): Author | null {
  const linked = link?.kind === 'manage-post' ? link.subjectId : null;
  if (linked !== null && linked === postId) return { is: 'guest', postId: linked };
  if (isMember(actor)) return { is: 'member', accountId: actor.accountId };
  if (linked !== null && postId === undefined) return { is: 'guest', postId: linked };
  return draftKey === null ? null : { is: 'browser', draftKey };
}

/** How the log of a post names its author. */
export function loggedAs(author: Author): { readonly by: 'author' | 'guest'; readonly accountId: string | null } {
  return author.is === 'member' ? { by: 'author', accountId: author.accountId } : { by: 'guest', accountId: null };
}
