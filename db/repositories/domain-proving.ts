import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { type HeldProof, markStatements, ownStatements, worksAtStatement } from '#db/repositories/domain-marks.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { domainProofs } from '#db/schema/posting-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface Proven {
  readonly proof: HeldProof;
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
export function proveDomain(db: Database, proven: Proven): Promise<boolean> {
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
    ...(does === 'mark' || does === 'claim' ? markStatements(db, proven) : []),
    ...(does === 'claim' ? ownStatements(db, proven) : []),
    ...(does === 'works-at' ? [worksAtStatement(db, proof)] : []),
    ...(proven.case === null ? [] : openCaseStatements(db, proven.case)),
    ...lines.flatMap((line) => activityStatements(db, line)),
    ...queueStatements(db, mails),
  ]);
}
