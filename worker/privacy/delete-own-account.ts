import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { type DeleteAccountContext, deleteAccount } from '#worker/privacy/delete-account.ts';

export interface DeleteOwnAccountContext extends DeleteAccountContext {
  /** Asks for the password once more; throws where it is wrong. */
  readonly checkOwnPassword: (given: OwnDeletion) => Promise<void>;
}

export interface OwnDeletion {
  readonly actor: Member;
  readonly password: string;
}

/** Deletes the account of whoever has proven lately who they are, and knows its password: at once, and never refused. */
export async function deleteOwnAccount(context: DeleteOwnAccountContext, given: OwnDeletion): Promise<void> {
  requireFreshProof(given.actor, context.now);
  await context.checkOwnPassword(given);
  await deleteAccount(context, { accountId: given.actor.accountId, why: 'wish', unusedSince: null });
}
