import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { FactorLossesRepository } from '#db/repositories/factor-losses.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface ResetFactorContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byEmailKey'>;
  readonly factorLosses: Pick<FactorLossesRepository, 'reset'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/** Takes away the factors of somebody whom the operator knows, at once, and ends all their sessions; they are told by mail. */
export async function resetFactor({ now, accounts, factorLosses, prepareMail }: ResetFactorContext, email: string): Promise<void> {
  const address = readEmailAddress(email);
  const account = address === null ? null : await accounts.byEmailKey(address.key);
  if (account === null) throw new DomainError('not_found', 'No confirmed account has this address.');
  const { id: accountId, email: to, language } = account;
  const line = { accountId, at: now, kind: 'factors-removed', details: {} } as const;
  const key = `lost-factor-lifted/${accountId}/${now}`;
  const mail = await prepareMail({ kind: 'lost-factor-lifted', key, to, accountId, language, network: null, facts: { at: now } });
  await factorLosses.reset(accountId, { lines: [line], mails: [mail] });
}
