import type { Database } from '#db/client.ts';
import { auditActorsRepository } from '#db/repositories/audit-actors.ts';
import { auditCheckRepository } from '#db/repositories/audit-check.ts';
import { auditLogRepository } from '#db/repositories/audit-log.ts';
import { auditPagesRepository } from '#db/repositories/audit-pages.ts';
import { boardStatusRepository } from '#db/repositories/board-status.ts';
import { disclosuresRepository } from '#db/repositories/disclosures.ts';
import { mailStatus, retryStatements } from '#db/repositories/mail-status.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { staffEmployersRepository } from '#db/repositories/staff-employers.ts';
import { staffPeopleRepository } from '#db/repositories/staff-people.ts';
import { suspensionsRepository } from '#db/repositories/suspensions.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { type Audited, appendAudit } from '#worker/staff/append-audit.ts';
import { auditSeal } from '#worker/staff/model/audit-line.ts';

/** What staff do and see, and the log of it. */
export function staffParts(db: Database, { config: { secret }, clock }: Wiring) {
  const auditLog = auditLogRepository(db);
  const auditActors = auditActorsRepository(db);
  const sealAudit = auditSeal(secret);
  return {
    auditLog,
    auditActors,
    auditCheck: auditCheckRepository(db),
    auditPages: auditPagesRepository(db),
    sealAudit,
    /** The act and its line in one batch. False when one of its conditional statements broke off: then nothing happened. */
    audited: (act: Audited, statements: readonly Statement[] = []) =>
      appendAudit({ now: clock(), auditLog, auditActors, sealAudit }, act, statements),
    /** How somebody who works for the board stands in rows. */
    pseudonymOf: (accountId: string) => auditActors.pseudonymOf(accountId, clock()),
    boardStatus: boardStatusRepository(db),
    disclosures: disclosuresRepository(db),
    staffPeople: staffPeopleRepository(db),
    suspensions: suspensionsRepository(db),
    staffEmployers: staffEmployersRepository(db),
    mailStatus: (now: number) => mailStatus(db, now),
    retryMailStatements: (retried: { readonly id: string; readonly now: number }) => retryStatements(db, retried),
  };
}
