import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { domainProofs, employerMembers } from '#db/schema/posting-tables.ts';

type DomainProof = typeof domainProofs.$inferSelect;

export type HeldProof = Pick<DomainProof, 'id' | 'employerSeq' | 'accountId' | 'domain' | 'way'>;

export interface ProofMoment {
  readonly proof: HeldProof;
  readonly now: number;
}

export interface ProofEnded {
  readonly proof: Pick<DomainProof, 'id' | 'employerSeq' | 'domain' | 'claims'>;
  readonly now: number;
}

/** The mark, and the end of what proved another domain, or proves this one in another way or would have. `since` stays where the domain does. */
export function markStatements(db: Database, { proof, now }: ProofMoment): readonly Statement[] {
  const { id, employerSeq, accountId, domain, way } = proof;
  const held = sql`proven_at is not null and claims = 0`;
  const needless = sql`proven_at is null and domain = ${domain} and (claims = 0 or account_id = ${accountId})`;
  const others = sql`employer_seq = ${employerSeq} and id <> ${id} and ended_at is null and ${ofDomain()} and (${held} or ${needless})`;
  return [
    db.run(sql`update domain_proofs set ended_at = ${now} where ${others}`),
    db.run(sql`update employers set verified_at = iif(verified_domain is ${domain}, verified_at, ${now}), verified_domain = ${domain},
      verified_by = ${way}, updated_at = ${now} where seq = ${employerSeq}`),
  ];
}

/** Makes whoever proved it an owner. From then on the proof is one like others. */
export function ownStatements(db: Database, { proof, now }: ProofMoment): readonly Statement[] {
  const { id, employerSeq, accountId } = proof;
  return [
    db
      .insert(employerMembers)
      .values({ employerSeq, accountId: accountId ?? '', role: 'owner', since: now })
      .onConflictDoUpdate({ target: [employerMembers.employerSeq, employerMembers.accountId], set: { role: 'owner' } }),
    db.update(domainProofs).set({ claims: false, noticeUntil: null }).where(eq(domainProofs.id, id)),
  ];
}

/** "Works at", from somebody's own mailbox there. */
export function worksAtStatement(db: Database, { employerSeq, accountId, domain }: HeldProof): Statement {
  return db
    .update(employerMembers)
    .set({ worksAt: domain })
    .where(and(eq(employerMembers.employerSeq, employerSeq), eq(employerMembers.accountId, accountId ?? '')));
}

/** The end of a proof, and of the mark where it made one. */
export function endProofStatements(db: Database, { proof, now }: ProofEnded): readonly Statement[] {
  const others = sql`exists (select 1 from domain_proofs where employer_seq = ${proof.employerSeq} and id <> ${proof.id} and domain = ${proof.domain}
    and claims = 0 and proven_at is not null and ended_at is null and ${ofDomain()})`;
  return [
    db.update(domainProofs).set({ endedAt: now }).where(eq(domainProofs.id, proof.id)),
    ...(proof.claims
      ? []
      : [
          db.run(sql`update employers set verified_domain = null, verified_at = null, verified_by = null, updated_at = ${now}
            where seq = ${proof.employerSeq} and verified_domain = ${proof.domain} and not ${others}`),
        ]),
  ];
}

/** A proof of the whole domain, and not only of somebody's mailbox there. */
export function ofDomain(): SQL {
  return sql`(way <> 'mail' or mailbox in ('postmaster', 'hostmaster', 'webmaster', 'admin'))`;
}
