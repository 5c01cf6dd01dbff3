import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployersRepository } from '#db/repositories/employers.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { newProof } from '#worker/employers/ask-proof.ts';
import { readDomain } from '#worker/employers/model/domain.ts';
import type { ClaimView } from '#worker/employers/model/employer-view.ts';
import { proofOf } from '#worker/employers/present-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';

export interface ClaimEmployerContext {
  readonly now: number;
  readonly board: { readonly dnsResolver: string | null };
  readonly employers: Pick<EmployersRepository, 'claimable'>;
  readonly domainProofs: Pick<DomainProofsRepository, 'ask' | 'claimsOf'>;
}

export interface ClaimNamed {
  readonly actor: Member;
  readonly slug: string;
}

/** How a claim stands, for whoever makes it. */
export async function seeClaim(context: ClaimEmployerContext, named: ClaimNamed): Promise<ClaimView> {
  const { seq, name, slug, website, hasPeople } = await claimed(context, named);
  const claims = await context.domainProofs.claimsOf({ employerSeq: seq, accountId: named.actor.accountId, now: context.now });
  return { employer: { name, slug, website }, hasPeople, proofs: claims.map(proofOf), looksOutside: context.board.dnsResolver !== null };
}

/** Begins a claim: by a DNS record or a file alone, because a mailbox is read by many. */
export async function claimEmployer(
  context: ClaimEmployerContext,
  { way, domain: text, ...named }: ClaimNamed & { readonly way: 'dns' | 'file'; readonly domain: string },
): Promise<{ readonly proof: string }> {
  const { actor } = named;
  requireUnfrozen(actor);
  const { seq } = await claimed(context, named);
  if (context.board.dnsResolver === null) throw new DomainError('conflict', 'employers.no-claims');
  const read = readDomain(text);
  if (read.is !== 'domain') throw invalidField('domain', `employers.domain-${read.is}`);
  const { now } = context;
  const { domain } = read;
  const proof = newProof({ employerSeq: seq, accountId: actor.accountId, domain, way, mailbox: null, claims: true }, now);
  const line = { accountId: actor.accountId, at: now, kind: 'domain-asked', details: { name: domain } } as const;
  const asked = await context.domainProofs.ask({ proof, line, sent: null });
  if (!asked) throw new DomainError('conflict', 'employers.claim-twice');
  return { proof: proof.id };
}

async function claimed({ employers }: ClaimEmployerContext, { slug }: ClaimNamed) {
  const found = /^[a-z0-9-]{1,100}$/.test(slug) ? await employers.claimable(slug) : null;
  if (found === null) throw new DomainError('not_found', 'employers.none');
  return found;
}
