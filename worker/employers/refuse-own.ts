import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface RefuseOwnContext {
  readonly isOwnEmployer: (accountId: string, employerSeq: number) => Promise<boolean>;
}

/** People who work for the board decide nothing about employers that they work for as well. */
export async function refuseOwn({ isOwnEmployer }: RefuseOwnContext, { actor, seq }: { readonly actor: Member; readonly seq: number }) {
  if (await isOwnEmployer(actor.accountId, seq)) throw new DomainError('forbidden', 'employers.own-case');
}
