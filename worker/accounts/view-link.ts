import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { SignUpsRepository } from '#db/repositories/sign-ups.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { LinkView } from '#worker/accounts/model/link-view.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { hasFactor, type SecondFactorContext } from '#worker/accounts/second-factor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

export interface ViewLinkContext extends Pick<SecondFactorContext, 'factors'> {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly signUps: Pick<SignUpsRepository, 'byId'>;
}

/** What the link that is open in this browser is about, for its page. */
export async function viewLink(context: ViewLinkContext, { link }: { readonly link: OpenedLink | null }): Promise<LinkView> {
  const view = link === null ? null : await viewOf(context, link);
  if (view === null) throw new DomainError('not_found', LINK_OVER);
  return view;
}

async function viewOf(context: ViewLinkContext, { kind, signUpId, accountId, subjectId }: OpenedLink): Promise<LinkView | null> {
  if (kind === 'confirm-sign-up') {
    const found = signUpId === null ? null : await context.signUps.byId(signUpId);
    return found && { kind, email: found.email, role: found.role };
  }
  if (subjectId !== null && kind !== 'reset-password') return { kind };
  const account = accountId === null ? null : await context.accounts.byId(accountId);
  if (account === null) return null;
  if (kind !== 'reset-password') return { kind };
  const blockedUntil = account.resetBlockedUntil ?? 0;
  return {
    kind,
    email: account.email,
    asksFactor: await hasFactor(context, account.id),
    blockedUntil: blockedUntil > context.now ? isoTime(blockedUntil) : null,
  };
}
