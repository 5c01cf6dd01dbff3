import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { RestrictionsRepository } from '#db/repositories/restrictions.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { signInFirst } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { RestrictionView } from '#worker/privacy/model/restriction-view.ts';

export interface RestrictAccountContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly restrictions: RestrictionsRepository;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface Restricting {
  readonly actor: Member;
  readonly restricted: boolean;
}

/** Freezes everything but storage (GDPR 18), or ends that: by the account's own person alone, who is told by mail. Repeated, it does nothing more. */
export async function restrictAccount(context: RestrictAccountContext, { actor, restricted }: Restricting): Promise<RestrictionView> {
  const { now, accounts, restrictions, prepareMail } = context;
  const { accountId } = actor;
  const account = await accounts.byId(accountId);
  if (account === null) throw signInFirst();
  const { email: to, language } = account;
  const key = `restriction-changed/${newId()}`;
  const facts = { at: now, restricted };
  const mail = await prepareMail({ kind: 'restriction-changed', key, to, accountId, language, facts, network: null });
  const line = { accountId, at: now, kind: restricted ? 'restricted' : 'unrestricted', details: {} } as const;
  await restrictions.change({ line, restrictedAt: restricted ? now : null, mail });
  return seeRestriction(context, actor);
}

/** Since when one's own account is frozen. */
export async function seeRestriction(
  { accounts }: Pick<RestrictAccountContext, 'accounts'>,
  { accountId }: Pick<Member, 'accountId'>,
): Promise<RestrictionView> {
  const account = await accounts.byId(accountId);
  if (account === null) throw signInFirst();
  return { since: account.restrictedAt === null ? null : isoTime(account.restrictedAt) };
}
