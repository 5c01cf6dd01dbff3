import { type SQL, sql } from 'drizzle-orm';
import { overwrite } from '#db/repositories/overwrite.ts';

/**
 * An employer that nobody works for goes with its last ad: one that an import made, or that its people have left. It stays while something leads to it:
 * what its people wrote, an invitation, a claim, a wish to change it, a merger that may be undone, or the employer that it is part of now, without which
 * the next import would make it anew. All of these end by rules of their own. Its logo goes along, and what proved its domain. An import writes employers
 * and ads in one batch: none is caught between.
 */
export function removeDesertedEmployers(now: number): readonly SQL[] {
  const claimed = sql`exists (select 1 from domain_proofs as p where p.employer_seq = employers.seq and p.claims = 1 and p.ended_at is null
    and (p.proven_at is not null or p.expires_at > ${now}))`;
  const deserted = sql`not ${claimed} and ${LEFT}`;
  const ofDeserted = sql`employer_seq in (select seq from employers where ${deserted})`;
  return [
    sql`update pictures set replaced_at = coalesce(replaced_at, ${now}), employer_seq = null where ${ofDeserted}`,
    overwrite('domainProofs', ofDeserted),
    sql`delete from domain_proofs where ${ofDeserted}`,
    overwrite('employers', deserted),
    sql`delete from employers where ${deserted}`,
  ];
}

const LEFT = sql`unlisted = 0
  and not exists (select 1 from jobs where jobs.employer_seq = employers.seq)
  and not exists (select 1 from employer_members as m where m.employer_seq = employers.seq)
  and not exists (select 1 from posts where posts.employer_seq = employers.seq)
  and not exists (select 1 from employer_invitations as i where i.employer_seq = employers.seq)
  and not exists (select 1 from employer_changes as c where c.employer_seq = employers.seq)
  and not exists (select 1 from employer_merges as m where employers.seq in (m.from_seq, m.into_seq))
  and not exists (select 1 from employers as whole where whole.seq = employers.merged_into)`;
