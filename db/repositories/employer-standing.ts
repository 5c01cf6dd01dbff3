import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { endProofStatements, markStatements, ownStatements } from '#db/repositories/domain-marks.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { statements } from '#db/schema/moderation-tables.ts';
import type { domainProofs } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';

export type EmployerStandingRepository = ReturnType<typeof employerStandingRepository>;

/** What people who work for the board decide about employers, for the batch of the decision. */
export function employerStandingRepository(db: Database) {
  return {
    byId: (id: string) => byId(db, id),
    /** Everything of it leaves the public at once, or comes back, and then its suspension is taken back. Nothing happens where it stands so already. */
    setStatus: (wanted: { readonly seq: number; readonly status: 'active' | 'suspended'; readonly now: number }): readonly Statement[] => [
      orNothing(db, sql`exists (select 1 from employers where seq = ${wanted.seq} and status <> ${wanted.status})`),
      db.update(employers).set({ status: wanted.status, updatedAt: wanted.now }).where(eq(employers.seq, wanted.seq)),
      ...(wanted.status === 'active' ? [takenBack(db, wanted)] : []),
    ],
    decideClaim: (decided: ClaimDecided) => decideClaim(db, decided),
  };
}

function takenBack(db: Database, { seq, now }: { readonly seq: number; readonly now: number }): Statement {
  const stands = sql`${statements.employerSeq} = ${seq} and ${statements.restriction} = 'suspended' and ${statements.reversedAt} is null`;
  return db.update(statements).set({ reversedAt: now }).where(stands);
}

async function byId(db: Database, id: string) {
  const { seq, name, slug, status, mergedInto, unlisted, verifiedDomain } = employers;
  const [found] = await db
    .select({ seq, id: employers.id, name, slug, status, mergedInto, unlisted, verifiedDomain })
    .from(employers)
    .where(eq(employers.id, id));
  return found ?? null;
}

export interface ClaimDecided {
  readonly proof: Pick<typeof domainProofs.$inferSelect, 'id' | 'employerSeq' | 'accountId' | 'domain' | 'way' | 'claims'>;
  readonly accepted: boolean;
  readonly now: number;
}

/**
 * A claim that is accepted makes an owner, not before its notice has run out. One that is refused ends, and with it the mark that it may have
 * made: so a moderator takes the mark from somebody who looks like another.
 */
function decideClaim(db: Database, decided: ClaimDecided): readonly Statement[] {
  const { proof, accepted, now } = decided;
  const standing = sql`id = ${proof.id} and ended_at is null and proven_at is not null`;
  const mayDecide =
    accepted && proof.claims ? sql`${standing} and coalesce(notice_until, 0) <= ${now} and account_id is not null` : standing;
  const held = orNothing(db, sql`exists (select 1 from domain_proofs where ${mayDecide})`);
  if (accepted) return proof.claims ? [held, ...markStatements(db, decided), ...ownStatements(db, decided)] : [held];
  return [held, ...endProofStatements(db, decided)];
}
