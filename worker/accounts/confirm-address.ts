import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { AddressChange, AddressChangesRepository } from '#db/repositories/address-changes.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import { maskAddress } from '#worker/accounts/model/email-address.ts';
import { FROZEN_SENTENCE, SUSPENDED_SENTENCE } from '#worker/accounts/model/frozen.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { openedChange } from '#worker/accounts/opened-change.ts';
import { newSessionId } from '#worker/accounts/session-life.ts';
import { type Actor, isMember, type Role } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { SESSION_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface ConfirmAddressContext {
  readonly now: number;
  readonly accounts: AccountsRepository;
  readonly addressChanges: AddressChangesRepository;
  /** Closes what undoing brings back; about the change's id. */
  readonly addressSeal: Seal;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface LinkPressed {
  readonly actor: Actor;
  /** What a link from a mail has opened in this browser. */
  readonly link: OpenedLink | null;
  readonly visit: Visit;
}

export interface AddressConfirmed {
  /** The cookie of the session from now on; null where nobody is signed in here. `maxAge` in seconds. */
  readonly cookie: { readonly value: string; readonly maxAge: number } | null;
}

/**
 * Gives an account the address whose mailbox pressed the button. The old address is told, and may undo it for some days: account and factors are
 * sealed as they are. Other sessions end; the one here goes on under another id.
 */
export async function confirmAddress(context: ConfirmAddressContext, { actor, link, visit }: LinkPressed): Promise<AddressConfirmed> {
  const { now, accounts, addressChanges, addressSeal } = context;
  const change = await openedChange(context, { link, kind: 'confirm-address' });
  if (isMember(actor) && actor.accountId !== change.accountId) throw otherAccount();
  const account = await accounts.byId(change.accountId);
  if (account !== null && account.suspendedAt !== null) throw new DomainError('forbidden', SUSPENDED_SENTENCE);
  if (account !== null && account.restrictedAt !== null) throw new DomainError('forbidden', FROZEN_SENTENCE);
  const standing = await addressChanges.accountAsItIs(change.accountId);
  if (account === null || standing === null || link === null) throw gone();
  const undo = await issueLink(now, { kind: 'undo-address', accountId: account.id, changeId: change.id });
  const session = isMember(actor) ? newSessionId() : null;
  const happened = await addressChanges.confirm({
    change,
    linkId: link.tokenId,
    now,
    standing,
    before: await addressSeal.close(JSON.stringify(standing), change.id),
    oldRecipient: await context.hashRecipient(standing.emailKey),
    undoLink: undo.link,
    session: isMember(actor) && session !== null ? { id: actor.sessionId, newId: await sha256(session) } : null,
    line: { accountId: account.id, at: now, kind: 'address-changed', details: { address: maskAddress(change.newEmail) } },
    mail: await tellOldAddress(context, {
      change,
      visit,
      undo: { token: undo.token, until: undo.link.expiresAt },
      ...account,
      to: standing.email,
    }),
  });
  if (!happened) throw await whyNot(context, change);
  return { cookie: session === null || !isMember(actor) ? null : { value: session, maxAge: longest(actor.is, now) } };
}

/** The cookie may outlive its session, which knows its own end. */
function longest(role: Role, now: number): number {
  return Math.round((after(now, SESSION_LASTS[role].atMost) - now) / 1000);
}

interface OldAddressTold {
  readonly change: AddressChange;
  readonly visit: Visit;
  readonly undo: { readonly token: string; readonly until: number };
  readonly language: string;
  readonly to: string;
}

function tellOldAddress({ now, prepareMail }: ConfirmAddressContext, { change, visit, undo, language, to }: OldAddressTold) {
  const { browser, country } = visit;
  return prepareMail({
    kind: 'address-changed',
    key: `address-changed/${change.id}`,
    to,
    accountId: change.accountId,
    language,
    network: null,
    facts: { at: now, browser, country, ...undo, to: maskAddress(change.newEmail) },
  });
}

/** Whoever pressed the button reads the mails of that address: they may know that it has an account. */
async function whyNot({ accounts }: ConfirmAddressContext, { accountId, newEmailKey }: AddressChange): Promise<DomainError> {
  const holder = await accounts.byEmailKey(newEmailKey);
  if (holder === null || holder.id === accountId) return gone();
  return new DomainError('conflict', 'This address has an account of its own by now. Delete that one first, or choose another address.');
}

function gone(): DomainError {
  return new DomainError('not_found', 'This link opens nothing any more. Ask for the change again on your account’s page.');
}

function otherAccount(): DomainError {
  return new DomainError(
    'forbidden',
    'This link belongs to another account than the one that is signed in here. Sign out, then open it again.',
  );
}
