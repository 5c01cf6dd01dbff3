import type { LinkTokensRepository } from '#db/repositories/link-tokens.ts';
import { linkIdOf } from '#worker/accounts/link-tokens.ts';
import { doorCookieText } from '#worker/accounts/model/cookie-names.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { OPENED_LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface OpenLinkContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly linkTokens: Pick<LinkTokensRepository, 'find'>;
  /** The link of a report's receipt was opened: its address is that of whoever reads there. */
  readonly confirmNotifier: (noticeId: string) => Promise<void>;
}

export interface LinkOpened {
  readonly kind: LinkKind;
  /** For `Set-Cookie`: the token leaves the address, and is kept for a while where no script reads it. */
  readonly cookie: string;
}

/** Opens a link in this browser. It is used up only by what it is for. */
export async function openLink(
  { now, publicUrl, linkTokens, confirmNotifier }: OpenLinkContext,
  { token }: { readonly token: string },
): Promise<LinkOpened> {
  const id = await linkIdOf(token);
  const found = id === null ? null : await linkTokens.find(id, now);
  if (found === null) throw new DomainError('not_found', LINK_OVER);
  if (found.kind === 'notice' && found.subjectId !== null) await confirmNotifier(found.subjectId);
  const ends = Math.min(found.expiresAt, after(now, OPENED_LINK_LASTS));
  const cookie = doorCookieText({ publicUrl, name: 'link', value: token, maxAge: Math.floor((ends - now) / 1000) });
  return { kind: found.kind, cookie };
}
