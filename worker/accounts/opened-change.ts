import type { AddressChange, AddressChangesRepository } from '#db/repositories/address-changes.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface ChangeOpened {
  readonly link: OpenedLink | null;
  readonly kind: 'confirm-address' | 'undo-address';
}

/** The change of address that a link from a mail has opened in this browser. Throws for a link of another kind, and for one that is used up. */
export async function openedChange(
  { addressChanges }: { readonly addressChanges: Pick<AddressChangesRepository, 'find'> },
  { link, kind }: ChangeOpened,
): Promise<AddressChange> {
  const id = link?.kind === kind ? link.changeId : null;
  const change = id === null || id === undefined ? null : await addressChanges.find(id);
  if (change === null || change.accountId !== link?.accountId) {
    throw new DomainError(
      'not_found',
      'Open the link in the newest mail first: the one that was opened here is used up, or it is about something else.',
    );
  }
  return change;
}
