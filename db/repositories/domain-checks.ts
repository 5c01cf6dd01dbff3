import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { endProofStatements } from '#db/repositories/domain-marks.ts';
import type { ProofAsked } from '#db/repositories/domain-proof-asking.ts';
import { issueLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { domainProofs } from '#db/schema/posting-tables.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface CheckNoted {
  readonly proof: typeof domainProofs.$inferSelect;
  readonly now: number;
  readonly failures: number;
  /** The mark goes. */
  readonly isOver: boolean;
  readonly sent: ProofAsked['sent'];
  readonly mails: readonly PreparedMail[];
}

/** Nothing happens where somebody has proven or given it up meanwhile. */
export function noteCheck(db: Database, noted: CheckNoted): Promise<boolean> {
  const { proof, now, failures, isOver, sent, mails } = noted;
  const asItWas = sql`id = ${proof.id} and ended_at is null and failures = ${proof.failures} and checked_at is ${proof.checkedAt}`;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from domain_proofs where ${asItWas})`),
    db.update(domainProofs).set({ failures, checkedAt: now }).where(eq(domainProofs.id, proof.id)),
    ...(isOver ? endProofStatements(db, noted) : []),
    ...(sent === null ? [] : [...issueLinkStatements(db, sent.link), ...queueStatements(db, [sent.mail])]),
    ...queueStatements(db, mails),
  ]);
}
