import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { noSuchProof, type ProofNamed } from '#worker/employers/check-proof.ts';

export interface GiveUpProofContext {
  readonly now: number;
  readonly domainProofs: Pick<DomainProofsRepository, 'find' | 'giveUp'>;
}

/** Ends a proof that is open, for whoever asked for it. */
export async function giveUpProof({ now, domainProofs }: GiveUpProofContext, { actor, proof: id }: ProofNamed): Promise<void> {
  requireUnfrozen(actor);
  const found = await domainProofs.find(id);
  if (found === null || found.proof.accountId !== actor.accountId || found.proof.provenAt !== null) throw noSuchProof();
  await domainProofs.giveUp({ id, now });
}
