import { doorCookieText, endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { isSecret, newSecret } from '#worker/kernel/secret.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

/** What ties a draft that was begun signed out to one browser, until its address is confirmed. */
export interface DraftTie {
  /** SHA-256 of what the cookie holds: `posts.draft_key`. */
  readonly key: string;
  readonly cookie: string;
}

/** A tie for a new draft; the one before it in this browser is forgotten, and its draft goes by itself. */
export async function newDraftTie(publicUrl: string, now: number): Promise<DraftTie> {
  const value = newSecret();
  return { key: await sha256(value), cookie: draftCookie({ publicUrl, value, now }) };
}

/** The cookie once more, as long from now as the draft is kept: for each saving. */
export function draftCookie({
  publicUrl,
  value,
  now,
}: {
  readonly publicUrl: string;
  readonly value: string;
  readonly now: number;
}): string {
  const maxAge = Math.round((after(now, ruleOf(RETENTION, 'guest-drafts').keep) - now) / 1000);
  return doorCookieText({ publicUrl, name: 'draft', value, maxAge });
}

/** By what a cookie's draft is found; null for what this board cannot have given. */
export async function draftKeyOf(cookie: string | undefined): Promise<string | null> {
  return cookie !== undefined && isSecret(cookie) ? sha256(cookie) : null;
}

/** Takes the tie away: the address is confirmed, the draft is in an account or deleted, or somebody signs out. */
export function draftOver(publicUrl: string): string {
  return endedCookie('draft', publicUrl);
}
