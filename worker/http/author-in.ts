import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import { requireNotFrozen, requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { type Author, authorOf } from '#worker/posts/model/author.ts';
import { draftKeyOf } from '#worker/posts/model/draft-cookie.ts';

/** By what the draft is found that this browser has begun signed out; null where it has begun none. */
export function draftKeyIn(c: Context<AppEnv>): Promise<string | null> {
  return draftKeyOf(getCookie(c, doorCookieName('draft', c.var.container.publicUrl)));
}

/** As whom a request acts on a post, or on its own posts in general; null for a mere visitor. */
export async function authorIn(c: Context<AppEnv>, postId?: string): Promise<Author | null> {
  const { actor, link } = c.var;
  return authorOf({ actor, link, draftKey: await draftKeyIn(c) }, postId);
}

/** One post as a request names it, and as whom it is asked for. */
export async function postAsked(c: Context<AppEnv>, id: string): Promise<{ readonly id: string; readonly author: Author | null }> {
  return { id, author: await authorIn(c, id) };
}

/** The same for an act, which a frozen or suspended account cannot do. */
export async function postToChange(c: Context<AppEnv>, id: string): Promise<{ readonly id: string; readonly author: Author | null }> {
  requireUnfrozen(c.var.actor);
  return postAsked(c, id);
}

/** The same for deleting, which is left to whoever is suspended. */
export async function postToDelete(c: Context<AppEnv>, id: string): Promise<{ readonly id: string; readonly author: Author | null }> {
  requireNotFrozen(c.var.actor);
  return postAsked(c, id);
}
