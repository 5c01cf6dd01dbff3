import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { ErasuresRepository } from '#db/repositories/erasures.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { signInFirst } from '#worker/kernel/errors.ts';
import { type DeletionView, type MappedErasure, sayDeletion } from '#worker/privacy/model/deletion-view.ts';

export interface SeeDeletionContext {
  readonly board: Board;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly erasures: Pick<ErasuresRepository, 'countAdministrators'>;
  readonly mappedErasure: MappedErasure;
}

/** What deleting one's own account would mean. */
export async function seeDeletion({ board, accounts, erasures, mappedErasure }: SeeDeletionContext, actor: Member): Promise<DeletionView> {
  const account = await accounts.byId(actor.accountId);
  if (account === null) throw signInFirst();
  return {
    ...sayDeletion(board, mappedErasure, account.language),
    lastAdministrator: actor.is === 'administrator' && (await erasures.countAdministrators()) === 1,
    asksPassword: actor.proof !== 'persona',
  };
}
