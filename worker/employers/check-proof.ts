import type { DomainProof, DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { proofFile, proofRecord, proofText } from '#worker/employers/model/proof-ways.ts';
import { type ProveDomainContext, takeProof } from '#worker/employers/prove-domain.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { type NameAsked, recordTexts } from '#worker/outside/model/dns-message.ts';
import type { FetchPublic } from '#worker/outside/model/outside-answer.ts';
import { before } from '#worker/promises/model/duration.ts';
import { ONE_LOOK_WITHIN } from '#worker/promises/model/employer-periods.ts';

/** Looks for what proves a domain. `not-looked`: the board could not look, which says nothing about the domain. */
export interface LookContext {
  readonly lookUpName: (asked: NameAsked) => Promise<readonly Uint8Array[] | null>;
  readonly fetchPublic: FetchPublic;
}

export interface CheckProofContext extends ProveDomainContext, LookContext {
  readonly domainProofs: Pick<DomainProofsRepository, 'find' | 'prove' | 'mayCheck'>;
}

export type ProofChecked = 'proven' | 'not-found' | 'redirected' | 'not-looked' | 'wait';

export interface ProofNamed {
  readonly actor: Member;
  readonly proof: string;
}

/** Looks, for whoever asked for the proof, whether the record or the file is there by now. */
export async function checkProof(context: CheckProofContext, { actor, proof: id }: ProofNamed): Promise<ProofChecked> {
  requireUnfrozen(actor);
  const found = await context.domainProofs.find(id);
  if (found === null || found.proof.accountId !== actor.accountId || found.proof.way === 'mail') throw noSuchProof();
  if (found.proof.provenAt !== null) return 'proven';
  if (found.proof.expiresAt <= context.now) throw noSuchProof();
  const { now } = context;
  if (!(await context.domainProofs.mayCheck({ id, now, after: before(now, ONE_LOOK_WITHIN) }))) return 'wait';
  const seen = await lookForProof(context, found.proof);
  if (seen !== 'proven') return seen;
  if (!(await takeProof(context, { ...found, use: null }))) throw noSuchProof();
  return 'proven';
}

/** Whether the record or the file is there. */
export async function lookForProof(
  { lookUpName, fetchPublic }: LookContext,
  { way, domain, challenge }: Pick<DomainProof, 'way' | 'domain' | 'challenge'>,
): Promise<Exclude<ProofChecked, 'wait'>> {
  const wanted = proofText(challenge);
  if (way === 'dns') {
    const records = await lookUpName({ name: proofRecord(domain), type: 'TXT' });
    if (records === null) return 'not-looked';
    return recordTexts(records).includes(wanted) ? 'proven' : 'not-found';
  }
  const answer = await fetchPublic(proofFile(domain));
  if (answer.is === 'not-tried') return 'not-looked';
  if (answer.is !== 'answer') return 'not-found';
  if (answer.location !== null) return 'redirected';
  return answer.status === 200 && answer.text.split(/\r?\n/).some((text) => text.trim() === wanted) ? 'proven' : 'not-found';
}

export function noSuchProof(): DomainError {
  return new DomainError('not_found', 'employers.proof-over');
}
