import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { issueLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { domainProofs } from '#db/schema/posting-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** So many proofs of one employer may be open at once. */
const MOST_OPEN = 10;

export interface ProofAsked {
  readonly proof: typeof domainProofs.$inferSelect;
  readonly line: ActivityLine;
  /** For a proof by mail. */
  readonly sent: { readonly link: NewLink; readonly mail: PreparedMail } | null;
}

/** False where the asker owns the employer no more (a claim: somebody does), or too many are open. An open one of the same way and domain is replaced. */
export function askProof(db: Database, { proof, line, sent }: ProofAsked): Promise<boolean> {
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
