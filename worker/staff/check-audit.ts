import { before } from '#worker/promises/model/duration.ts';
import type { RetentionRule } from '#worker/promises/model/retention.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { sayFault } from '#worker/staff/model/audit-fault-words.ts';
import type { AuditReportView } from '#worker/staff/model/audit-view.ts';
import { type VerifyAuditContext, verifyAudit } from '#worker/staff/verify-audit.ts';

export interface CheckAuditContext extends Omit<VerifyAuditContext, 'keptSince'> {
  readonly now: number;
  readonly retentionRules: readonly RetentionRule[];
}

/** Verifies the log for whoever runs the board, in words. */
export async function checkAudit(context: CheckAuditContext): Promise<AuditReportView> {
  const keptSince = before(context.now, ruleOf(context.retentionRules, 'audit-log').keep);
  const { lines, months, removed, heads, head, fault } = await verifyAudit({ ...context, keptSince });
  return { lines, months, removed, heads, last: head.seq, fault: fault === null ? null : sayFault(fault) };
}
