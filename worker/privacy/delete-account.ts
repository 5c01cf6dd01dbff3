import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { ErasuresRepository } from '#db/repositories/erasures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { forgetBegun, noteBegun } from '#worker/privacy/erasure-ledger.ts';
import { type FinishErasureContext, finishErasure } from '#worker/privacy/finish-erasure.ts';
import { erasedStores } from '#worker/privacy/model/erased-stores.ts';
import { type BegunErasure, copiesOf, type ErasureReason } from '#worker/privacy/model/erasure.ts';
import { receiptKey } from '#worker/privacy/model/person.ts';

export interface DeleteAccountContext extends FinishErasureContext {
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly erasures: Pick<ErasuresRepository, 'held' | 'erase' | 'eraseRest' | 'release'>;
  readonly files: FileStore;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  /** Keyed hash of an address for the archive, under a key of its own. */
  readonly archiveSubject: (emailKey: string) => Promise<string>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface AccountEnding {
  readonly accountId: string;
  readonly why: ErasureReason;
  /** Only where it was not used after this moment, and is not frozen; null whatever happened. */
  readonly unusedSince: number | null;
}

/**
 * Deletes an account from every store, at once, and sends the receipt once every store was read again. It is written down outside the
 * database first: what breaks off is finished by the next tick. Of several at once
 * one deletes; where the account is gone already, nothing happens. Answers whether it is gone.
 */
export async function deleteAccount(context: DeleteAccountContext, { accountId, why, unusedSince }: AccountEnding): Promise<boolean> {
  const { now, accounts, erasures, hashRecipient, archiveSubject } = context;
  const account = await accounts.byId(accountId);
  if (account === null) return true;
  const { emailKey } = account;
  const begun: BegunErasure = { person: { accountId, emailKey, recipient: await hashRecipient(emailKey) }, at: now, why, unusedSince };
  await noteBegun(context, begun);
  const receipt = await receiptOf(context, { account, begun });
  const isErased = await erasures.erase(begun, { subject: await archiveSubject(emailKey), receipt });
  if (!isErased && (await accounts.byId(accountId)) !== null) {
    await forgetBegun(context, accountId);
    return false;
  }
  await finishErasure(context, begun);
  return true;
}

/** Waits in the outbox until the verifier has passed. */
async function receiptOf(
  { erasures, files, prepareMail }: DeleteAccountContext,
  { account, begun }: { readonly account: AccountRow; readonly begun: BegunErasure },
): Promise<PreparedMail> {
  const { at, why } = begun;
  const [held, copies] = await Promise.all([erasures.held(begun), files.list(copiesOf(begun.person))]);
  const receipt = await prepareMail({
    kind: 'deletion-receipt',
    key: receiptKey(account.id),
    to: account.email,
    accountId: null,
    language: account.language,
    facts: { at, why, stores: erasedStores({ at, held, copies: copies.length, language: account.language }) },
    network: null,
  });
  return { ...receipt, dueAt: receipt.expiresAt };
}
