import { and, desc, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { issueLinkStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { domainProofs, employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type DomainProof = typeof domainProofs.$inferSelect;
export type DomainProofsRepository = ReturnType<typeof domainProofsRepository>;

/** So many proofs of one employer may be open at once. */
const MOST_OPEN = 10;

/** Domains of employers: asked, proven, checked again. */
export function domainProofsRepository(db: Database) {
  return {
    ofEmployer: (employerSeq: number, now: number) => ofEmployer(db, employerSeq, now),
    /** Claims of one account on an employer, that are open or wait for a decision. */
    claimsOf: (claim: ClaimsAsked) => claimsOf(db, claim),
    find: (id: string) => find(db, id),
    ask: (asked: ProofAsked) => ask(db, asked),
    /** Takes the right to check now, so that nobody asks a machine many times a minute. */
    mayCheck: async (id: string, { now, after }: { readonly now: number; readonly after: number }): Promise<boolean> => {
      const since = or(isNull(domainProofs.checkedAt), sql`${domainProofs.checkedAt} <= ${after}`);
      const taken = await db
        .update(domainProofs)
        .set({ checkedAt: now })
        .where(and(eq(domainProofs.id, id), since))
        .returning();
      return taken.length > 0;
    },
    prove: (proven: Proven) => prove(db, proven),
    /** Marks that were looked at longer ago than that; those that failed, sooner. */
    due: (asked: DueAsked) => due(db, asked),
    noteCheck: (noted: CheckNoted) => noteCheck(db, noted),
    giveUp: (id: string, now: number) =>
      db
        .update(domainProofs)
        .set({ endedAt: now })
        .where(and(eq(domainProofs.id, id), isNull(domainProofs.endedAt))),
  };
}

/** What is open or holds; never the claims of others. */
function ofEmployer(db: Database, employerSeq: number, now: number) {
  const isOpen = or(isNotNull(domainProofs.provenAt), gt(domainProofs.expiresAt, now));
  return db
    .select()
    .from(domainProofs)
    .where(and(eq(domainProofs.employerSeq, employerSeq), eq(domainProofs.claims, false), isNull(domainProofs.endedAt), isOpen))
    .orderBy(desc(domainProofs.askedAt));
}

interface ClaimsAsked {
  readonly employerSeq: number;
  readonly accountId: string;
  readonly now: number;
}

function claimsOf(db: Database, { employerSeq, accountId, now }: ClaimsAsked) {
  const isOpen = or(isNotNull(domainProofs.provenAt), gt(domainProofs.expiresAt, now));
  const mine = and(eq(domainProofs.employerSeq, employerSeq), eq(domainProofs.accountId, accountId), eq(domainProofs.claims, true));
  return db
    .select()
    .from(domainProofs)
    .where(and(mine, isNull(domainProofs.endedAt), isOpen))
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

export interface ProofAsked {
  readonly proof: DomainProof;
  readonly line: ActivityLine;
  /** For a proof by mail. */
  readonly sent: { readonly link: NewLink; readonly mail: PreparedMail } | null;
}

/** False where the asker owns the employer no more (a claim: somebody does), or too many are open. An open one of the same way and domain is replaced. */
async function ask(db: Database, { proof, line, sent }: ProofAsked): Promise<boolean> {
  const { employerSeq, accountId, domain, way, mailbox, askedAt } = proof;
  const asker = accountId ?? '';
  const same = sql`employer_seq = ${employerSeq} and account_id = ${accountId} and domain = ${domain} and way = ${way} and mailbox is ${mailbox}
    and proven_at is null and ended_at is null`;
  const open = sql`(select count(*) from domain_proofs where (employer_seq = ${employerSeq} or account_id = ${accountId}) and proven_at is null
    and ended_at is null and expires_at > ${askedAt} and not (${same}))`;
  const works = worksFor(sql`${employerSeq}`, {
    accountId: asker,
    ...(mailbox !== null && way === 'mail' ? {} : { role: 'owner' as const }),
  });
  return runOrNothing(db, [
    orNothing(
      db,
      sql`${proof.claims ? sql`not ${worksFor(sql`${employerSeq}`, { accountId: asker })}` : works} and ${open} < ${MOST_OPEN}`,
    ),
    db.run(sql`update domain_proofs set ended_at = ${askedAt} where ${same}`),
    db.insert(domainProofs).values(proof),
    ...(sent === null ? [] : [...issueLinkStatements(db, sent.link), ...queueStatements(db, [sent.mail])]),
    ...activityStatements(db, line),
  ]);
}

export interface Proven {
  readonly proof: Pick<DomainProof, 'id' | 'employerSeq' | 'accountId' | 'domain' | 'way'>;
  readonly now: number;
  /** What it does: the mark, "works at", or a claim that a moderator decides on (`noticeUntil`) or that nobody stands against. */
  readonly does: 'mark' | 'works-at' | 'claim' | 'ask-moderator';
  readonly noticeUntil: number | null;
  readonly use: LinkUse | null;
  readonly case: NewCase | null;
  readonly lines: readonly ActivityLine[];
  readonly mails: readonly PreparedMail[];
}

/** False where the proof was given up, replaced or proven meanwhile, its link is used up, or whoever began it has left the employer. */
async function prove(db: Database, proven: Proven): Promise<boolean> {
  const { proof, now, does, noticeUntil, use, lines, mails } = proven;
  const accountId = proof.accountId ?? '';
  const works = worksFor(sql`${proof.employerSeq}`, { accountId, ...(does === 'mark' ? { role: 'owner' as const } : {}) });
  const mayProve = does === 'mark' || does === 'works-at' ? sql`(proven_at is not null or ${works})` : sql`true`;
  const standing = sql`id = ${proof.id} and ended_at is null and (proven_at is not null or expires_at > ${now}) and ${mayProve}`;
  const unowned = sql`not exists (select 1 from employer_members where employer_seq = ${proof.employerSeq} and role = 'owner')`;
  return runOrNothing(db, [
    ...(use === null ? [] : useLinkStatements(db, use)),
    orNothing(db, sql`exists (select 1 from domain_proofs where ${standing}) and ${does === 'claim' ? unowned : sql`true`}`),
    db
      .update(domainProofs)
      .set({ provenAt: sql`coalesce(proven_at, ${now})`, checkedAt: now, failures: 0, noticeUntil })
      .where(eq(domainProofs.id, proof.id)),
    ...(does === 'mark' || does === 'claim' ? markStatements(db, proof, now) : []),
    ...(does === 'claim' ? ownStatements(db, proof, now) : []),
    ...(does === 'works-at' ? [worksAtStatement(db, proof)] : []),
    ...(proven.case === null ? [] : openCaseStatements(db, proven.case)),
    ...lines.flatMap((line) => activityStatements(db, line)),
    ...queueStatements(db, mails),
  ]);
}

type Held = Proven['proof'];

/** The mark, and the end of what proved another domain or this one in another way. `since` stays where the domain does. */
export function markStatements(db: Database, { id, employerSeq, domain, way }: Held, now: number): readonly Statement[] {
  const others = sql`employer_seq = ${employerSeq} and id <> ${id} and proven_at is not null and claims = 0 and ended_at is null and ${ofDomain()}`;
  return [
    db.run(sql`update domain_proofs set ended_at = ${now} where ${others}`),
    db.run(sql`update employers set verified_at = iif(verified_domain is ${domain}, verified_at, ${now}), verified_domain = ${domain},
      verified_by = ${way}, updated_at = ${now} where seq = ${employerSeq}`),
  ];
}

/** A proof of the whole domain, and not only of somebody's mailbox there. */
export function ofDomain(): SQL {
  return sql`(way <> 'mail' or mailbox in ('postmaster', 'hostmaster', 'webmaster', 'admin'))`;
}

/**
 * What says which mailbox somebody reads goes when they leave, an employer or the board, overwritten first. Proofs of a whole domain are the
 * employer's and stay. `challenge` marks them, as what they are found by is overwritten.
 */
export function forgetMailboxes(db: Database, { accountId, employerSeq }: MailboxOf): readonly Statement[] {
  const mark = newId();
  const at = employerSeq === null ? sql`` : sql` and employer_seq = ${employerSeq}`;
  const marked = sql`account_id = ${accountId} and challenge = ${mark}`;
  return [
    sql`update domain_proofs set challenge = ${mark} where account_id = ${accountId}${at} and not ${ofDomain()}`,
    overwrite('domainProofs', marked),
    sql`delete from domain_proofs where ${marked}`,
  ].map((statement) => db.run(statement));
}

export interface MailboxOf {
  readonly accountId: string;
  /** Null for all employers. */
  readonly employerSeq: number | null;
}

/** Makes whoever proved it an owner. From then on the proof is one like others. */
export function ownStatements(db: Database, { id, employerSeq, accountId }: Held, now: number): readonly Statement[] {
  return [
    db
      .insert(employerMembers)
      .values({ employerSeq, accountId: accountId ?? '', role: 'owner', since: now })
      .onConflictDoUpdate({ target: [employerMembers.employerSeq, employerMembers.accountId], set: { role: 'owner' } }),
    db.update(domainProofs).set({ claims: false, noticeUntil: null }).where(eq(domainProofs.id, id)),
  ];
}

function worksAtStatement(db: Database, { employerSeq, accountId, domain }: Held): Statement {
  return db
    .update(employerMembers)
    .set({ worksAt: domain })
    .where(and(eq(employerMembers.employerSeq, employerSeq), eq(employerMembers.accountId, accountId ?? '')));
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

export interface CheckNoted {
  readonly proof: DomainProof;
  readonly now: number;
  readonly failures: number;
  /** The mark goes. */
  readonly isOver: boolean;
  readonly sent: ProofAsked['sent'];
  readonly mails: readonly PreparedMail[];
}

/** Nothing happens where somebody has proven or given it up meanwhile. */
async function noteCheck(db: Database, { proof, now, failures, isOver, sent, mails }: CheckNoted): Promise<boolean> {
  const asItWas = sql`id = ${proof.id} and ended_at is null and failures = ${proof.failures} and checked_at is ${proof.checkedAt}`;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from domain_proofs where ${asItWas})`),
    db.update(domainProofs).set({ failures, checkedAt: now }).where(eq(domainProofs.id, proof.id)),
    ...(isOver ? endProofStatements(db, proof, now) : []),
    ...(sent === null ? [] : [...issueLinkStatements(db, sent.link), ...queueStatements(db, [sent.mail])]),
    ...queueStatements(db, mails),
  ]);
}

/** The end of a proof, and of the mark where it made one. */
export function endProofStatements(db: Database, proof: Pick<DomainProof, 'id' | 'employerSeq' | 'domain' | 'claims'>, now: number) {
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
