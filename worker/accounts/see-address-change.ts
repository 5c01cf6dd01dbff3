import type { AddressChangesRepository } from '#db/repositories/address-changes.ts';
import { maskAddress } from '#worker/accounts/model/email-address.ts';
import type { OpenedChangeView } from '#worker/accounts/model/opened-change-view.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { openedChange } from '#worker/accounts/opened-change.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** What the link is about that was opened in this browser, with masked addresses. */
export async function seeAddressChange(
  context: { readonly addressChanges: Pick<AddressChangesRepository, 'find'> },
  link: OpenedLink | null,
): Promise<OpenedChangeView> {
  const kind = link?.kind;
  if (kind !== 'confirm-address' && kind !== 'undo-address') {
    throw new DomainError('not_found', 'Open the link in the mail first: no change of address was opened in this browser.');
  }
  const { oldEmail, newEmail } = await openedChange(context, { link, kind });
  return { kind, from: maskAddress(oldEmail), to: maskAddress(newEmail) };
}
