import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { AddressChangesRepository } from '#db/repositories/address-changes.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import { type EmailAddress, maskAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { ownAccount } from '#worker/accounts/own-account.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { type DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface AskAddressChangeContext {
  readonly now: number;
  readonly accounts: AccountsRepository;
  readonly addressChanges: Pick<AddressChangesRepository, 'ask'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface AddressAsked {
  readonly actor: Member;
  readonly visit: Visit;
  /** As it was typed. */
  readonly email: string;
}

/**
 * Writes to a new address, which the account gets when its button is pressed. An address that has an account gets another mail instead: nothing
 * of the answer, of the row or of the work tells one from the other.
 */
export async function askAddressChange(context: AskAddressChangeContext, { actor, visit, email }: AddressAsked): Promise<void> {
  const { now, accounts, addressChanges, prepareMail } = context;
  requireUnfrozen(actor);
  requireFreshProof(actor, now);
  const account = await ownAccount(context, actor);
  const address = newAddress(email, account);
  const known = await accounts.byEmailKey(address.key);
  const change = {
    id: newId(),
    accountId: account.id,
    oldEmail: account.email,
    newEmail: address.shown,
    newEmailKey: address.key,
    askedAt: now,
  };
  const { token, link } = await issueLink(now, { kind: 'confirm-address', accountId: account.id, changeId: change.id });
  const { browser, country, network } = visit;
  const to = { to: address.shown, network };
  const mail = await prepareMail(
    known === null
      ? {
          ...to,
          kind: 'confirm-address',
          key: `confirm-address/${change.id}`,
          accountId: account.id,
          language: account.language,
          facts: { token, until: link.expiresAt },
        }
      : {
          ...to,
          kind: 'known-address',
          key: `known-address/${change.id}`,
          accountId: known.id,
          language: known.language,
          facts: { at: now, browser, country },
        },
  );
  const details = { address: maskAddress(address.shown) };
  const line = { accountId: account.id, at: now, kind: 'address-change-asked', details } as const;
  await addressChanges.ask({ change, link, line, mail });
}

function newAddress(email: string, account: AccountRow): EmailAddress {
  const address = readEmailAddress(email);
  if (address === null) throw refused('Write the whole address, such as name@example.org.');
  if (address.key === account.emailKey) throw refused('This is your address already. Write another one, or leave it as it is.');
  return address;
}

function refused(message: string): DomainError {
  return invalidField('email', message);
}
