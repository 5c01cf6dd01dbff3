import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type CheckNoted, noteCheck } from '#db/repositories/domain-checks.ts';
import { ofDomain } from '#db/repositories/domain-marks.ts';
import { askProof, type ProofAsked } from '#db/repositories/domain-proof-asking.ts';
import { type Proven, proveDomain } from '#db/repositories/domain-proving.ts';
import { domainProofs } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';

export type DomainProof = typeof domainProofs.$inferSelect;
export type DomainProofsRepository = ReturnType<typeof domainProofsRepository>;

/** Domains of employers: asked, proven, checked again. */
export function domainProofsRepository(db: Database) {
  return {
    ofEmployer: (asked: OpenAsked) => ofEmployer(db, asked),
    /** Claims of one account on an employer, that are open or wait for a decision. */
    claimsOf: (claim: ClaimsAsked) => claimsOf(db, claim),
    find: (id: string) => find(db, id),
    ask: (asked: ProofAsked) => askProof(db, asked),
    /** Takes the right to check now, so that nobody asks a machine many times a minute. */
    mayCheck: (asked: CheckAsked) => mayCheck(db, asked),
    prove: (proven: Proven) => proveDomain(db, proven),
    /** Marks that were looked at longer ago than that; those that failed, sooner. */
    due: (asked: DueAsked) => due(db, asked),
    noteCheck: (noted: CheckNoted) => noteCheck(db, noted),
    giveUp: ({ id, now }: { readonly id: string; readonly now: number }) =>
      db
        .update(domainProofs)
        .set({ endedAt: now })
        .where(and(eq(domainProofs.id, id), isNull(domainProofs.endedAt))),
  };
}

interface OpenAsked {
  readonly employerSeq: number;
  readonly now: number;
}

/** What is open or holds; never the claims of others. */
function ofEmployer(db: Database, { employerSeq, now }: OpenAsked) {
  return db
    .select()
    .from(domainProofs)
    .where(and(eq(domainProofs.employerSeq, employerSeq), eq(domainProofs.claims, false), stands(now)))
    .orderBy(desc(domainProofs.askedAt));
}

/** Asked for not too long ago, or proven, and not given up. */
const stands = (now: number) => and(isNull(domainProofs.endedAt), or(isNotNull(domainProofs.provenAt), gt(domainProofs.expiresAt, now)));

interface ClaimsAsked extends OpenAsked {
  readonly accountId: string;
}

function claimsOf(db: Database, { employerSeq, accountId, now }: ClaimsAsked) {
  const mine = and(eq(domainProofs.employerSeq, employerSeq), eq(domainProofs.accountId, accountId), eq(domainProofs.claims, true));
  return db
    .select()
    .from(domainProofs)
    .where(and(mine, stands(now)))
    .orderBy(desc(domainProofs.askedAt));
}

async function find(db: Database, id: string) {
  const { seq, name, slug, website, status, verifiedDomain } = employers;
  const [found] = await db
    .select({ proof: domainProofs, employer: { seq, id: employers.id, name, slug, website, status, verifiedDomain } })
    .from(domainProofs)
    .innerJoin(employers, eq(employers.seq, domainProofs.employerSeq))
    .where(and(eq(domainProofs.id, id), isNull(domainProofs.endedAt)));
  return found ?? null;
}

interface CheckAsked {
  readonly id: string;
  readonly now: number;
  /** Nobody may have looked since. */
  readonly after: number;
}

async function mayCheck(db: Database, { id, now, after }: CheckAsked): Promise<boolean> {
  const since = or(isNull(domainProofs.checkedAt), sql`${domainProofs.checkedAt} <= ${after}`);
  const taken = await db
    .update(domainProofs)
    .set({ checkedAt: now })
    .where(and(eq(domainProofs.id, id), since))
    .returning();
  return taken.length > 0;
}

interface DueAsked {
  readonly every: number;
  readonly again: number;
  readonly limit: number;
}

function due(db: Database, { every, again, limit }: DueAsked) {
  const looked = sql`coalesce(checked_at, proven_at)`;
  return db
    .select({ proof: domainProofs, employer: { name: employers.name } })
    .from(domainProofs)
    .innerJoin(employers, eq(employers.seq, domainProofs.employerSeq))
    .where(
      sql`proven_at is not null and ended_at is null and claims = 0 and ${ofDomain()} and ${looked} <= iif(failures = 0, ${every}, ${again})`,
    )
    .orderBy(looked)
    .limit(limit);
}
