import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { AddressChangesRepository } from '#db/repositories/address-changes.ts';
import { type AccountBefore, readAccountBefore } from '#worker/accounts/model/account-before.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { openedChange } from '#worker/accounts/opened-change.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { RESET_BLOCKED } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface UndoAddressChangeContext {
  readonly now: number;
  readonly accounts: AccountsRepository;
  readonly addressChanges: Pick<AddressChangesRepository, 'find' | 'undo'>;
  readonly addressSeal: Seal;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/**
 * Puts an account back to where it was before its address was changed, for whoever reads the mails of the old address; a freeze does not stop
 * that, for whoever took the account over could have frozen it. Both addresses are told.
 */
export async function undoAddressChange(context: UndoAddressChangeContext, link: OpenedLink | null): Promise<void> {
  const { now, accounts, addressChanges, addressSeal } = context;
  const change = await openedChange(context, { link, kind: 'undo-address' });
  const account = await accounts.byId(change.accountId);
  const sealed = change.before === null ? null : await addressSeal.open(change.before, change.id);
  if (account === null || sealed === null || change.confirmedAt === null || link === null) throw gone();
  const before = readAccountBefore(sealed);
  const happened = await addressChanges.undo({
    change: { id: change.id, accountId: account.id, confirmedAt: change.confirmedAt },
    linkId: link.tokenId,
    now,
    before,
    resetBlockedUntil: after(now, RESET_BLOCKED),
    line: { accountId: account.id, at: now, kind: 'address-change-undone', details: {} },
    mails: await tellBoth(context, { account, before, changeId: change.id }),
  });
  if (!happened) throw await whyNot(context, { account, before });
}

interface Sides {
  readonly account: AccountRow;
  readonly before: AccountBefore;
}

function tellBoth({ now, prepareMail }: UndoAddressChangeContext, sides: Sides & { readonly changeId: string }): Promise<PreparedMail[]> {
  const { account, before, changeId } = sides;
  const tell = (to: string, side: 'back' | 'away') =>
    prepareMail({
      kind: 'address-change-undone',
      key: `address-change-undone/${changeId}/${side}`,
      to,
      accountId: account.id,
      language: account.language,
      network: null,
      facts: { at: now, isBack: side === 'back' },
    });
  return Promise.all([tell(before.email, 'back'), tell(account.email, 'away')]);
}

async function whyNot({ accounts }: UndoAddressChangeContext, { account, before }: Sides): Promise<DomainError> {
  const holder = await accounts.byEmailKey(before.emailKey);
  if (holder === null || holder.id === account.id) return gone();
  return new DomainError('conflict', 'This address has another account by now. Delete that one, then press the button again.');
}

function gone(): DomainError {
  return new DomainError('not_found', 'This change can no longer be undone: it was undone already, or its days are over.');
}
