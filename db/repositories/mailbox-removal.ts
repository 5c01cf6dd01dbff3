import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { ofDomain } from '#db/repositories/domain-marks.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { newId } from '#worker/kernel/random.ts';

export interface MailboxOf {
  readonly accountId: string;
  /** Null for all employers. */
  readonly employerSeq: number | null;
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
