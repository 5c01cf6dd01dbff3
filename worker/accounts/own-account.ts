import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** The account of whoever is signed in. Throws where it was deleted meanwhile. */
export async function ownAccount({ accounts }: { readonly accounts: AccountsRepository }, { accountId }: Member): Promise<AccountRow> {
  const account = await accounts.byId(accountId);
  if (account === null) throw new DomainError('unauthenticated', 'This account is no longer there. Sign in to another one.');
  return account;
}
