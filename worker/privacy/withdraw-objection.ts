import type { ObjectionsRepository } from '#db/repositories/objections.ts';
import { requireNotFrozen } from '#worker/accounts/model/frozen.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface WithdrawObjectionContext {
  readonly now: number;
  readonly objections: Pick<ObjectionsRepository, 'withdraw' | 'withdrawMarketing'>;
}

export interface Withdrawing {
  readonly actor: Member;
  /** Of the objection; `direct-marketing` for that against every kind of it. */
  readonly id: string;
}

/** Takes an objection back. What it switched off stays off until it is switched on again. */
export async function withdrawObjection({ now, objections }: WithdrawObjectionContext, { actor, id }: Withdrawing): Promise<void> {
  requireNotFrozen(actor);
  const line = { accountId: actor.accountId, at: now, kind: 'objection-withdrawn', details: {} } as const;
  const isDone = (await objections.withdrawMarketing({ id, line })) || (await objections.withdraw({ id, line }));
  if (!isDone) throw new DomainError('not_found', 'There is no such objection, or it is withdrawn already.');
}
