import type { FactorChangesRepository } from '#db/repositories/factor-changes.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface RenamePasskeyContext {
  readonly factorChanges: Pick<FactorChangesRepository, 'rename'>;
}

export interface PasskeyNamed {
  readonly actor: Member;
  readonly id: string;
  readonly name: string;
}

/** Gives a passkey of one's own another name. */
export async function renamePasskey({ factorChanges }: RenamePasskeyContext, { actor, id, name }: PasskeyNamed): Promise<void> {
  requireUnfrozen(actor);
  if (await factorChanges.rename({ accountId: actor.accountId, id, name })) return;
  throw new DomainError('not_found', 'You have no such passkey any more. Look at the list again.');
}
