import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { ProofView } from '#worker/employers/model/employer-view.ts';
import { isStandardMailbox } from '#worker/employers/model/proof-ways.ts';
import { type ProveDomainContext, takeProof } from '#worker/employers/prove-domain.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** What whoever opened the mail is asked to confirm. */
export async function seeProof(context: ProveDomainContext, link: OpenedLink | null): Promise<ProofView> {
  const { proof, employer } = await proofOf(context, link);
  return {
    employer: { name: employer.name, website: employer.website },
    domain: proof.domain,
    worksAt: !isStandardMailbox(proof.mailbox ?? ''),
  };
}

/** Confirms it, for whoever reads that mailbox, signed in or not. */
export async function confirmProof(context: ProveDomainContext, link: OpenedLink | null): Promise<void> {
  const { found, tokenId } = await proofOf(context, link).then(({ tokenId, ...found }) => ({ found, tokenId }));
  const taken = await takeProof(context, { ...found, use: { id: tokenId, kind: 'prove-domain', now: context.now } });
  if (!taken) throw over();
}

async function proofOf({ domainProofs, now }: ProveDomainContext, link: OpenedLink | null) {
  if (link === null || link.kind !== 'prove-domain' || link.subjectId === null) throw over();
  const found = await domainProofs.find(link.subjectId);
  // One that held before is confirmed again; its first end has long passed.
  if (found === null || (found.proof.provenAt === null && found.proof.expiresAt <= now)) throw over();
  return { ...found, tokenId: link.tokenId };
}

function over(): DomainError {
  return new DomainError('not_found', LINK_OVER);
}
