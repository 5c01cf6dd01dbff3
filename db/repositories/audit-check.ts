import { asc, gt } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { auditLog, auditSegments } from '#db/schema/moderation-tables.ts';
import type { SealedLine, Segment } from '#worker/staff/model/audit-fault.ts';

export type AuditCheckRepository = ReturnType<typeof auditCheckRepository>;

/** The log as it lies there, for whoever verifies it. */
export function auditCheckRepository(db: Database) {
  return {
    /** The months, in their order, also those whose lines are gone. */
    segments: (): Promise<readonly Segment[]> => db.select().from(auditSegments).orderBy(asc(auditSegments.firstSeq)),

    /** The lines behind a number, in their order. */
    linesAfter: (seq: number, limit: number): Promise<readonly SealedLine[]> =>
      db.select().from(auditLog).where(gt(auditLog.seq, seq)).orderBy(asc(auditLog.seq)).limit(limit),
  };
}
