import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { PROOF_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** Whether a person was asked for proof lately enough for something grave. */
export function hasFreshProof({ provenAt }: Pick<Member, 'provenAt'>, now: number): boolean {
  return now < after(provenAt, PROOF_LASTS);
}

/** Stops something grave until its person has proven anew who they are: pages lead to `/account/prove` and back. */
export function requireFreshProof(actor: Pick<Member, 'provenAt'>, now: number): void {
  if (hasFreshProof(actor, now)) return;
  throw new DomainError('step_up', 'Prove that it is you: give your password again, then repeat this.');
}
