import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { auditLog, auditNotes } from '#db/schema/moderation-tables.ts';

/** Which lines to read: the newest that fit. */
export interface AuditWanted {
  /** Older than this line. */
  readonly before: number | null;
  readonly actor: string | null;
  readonly act: string | null;
  readonly limit: number;
}

export type AuditPagesRepository = ReturnType<typeof auditPagesRepository>;

/** The log of what staff did, to read. */
export function auditPagesRepository(db: Database) {
  const { seq, at, actor, act, subjectKind, subject, reason } = auditLog;
  return {
    read: (wanted: AuditWanted) =>
      db
        .select({ seq, at, actor, act, subjectKind, subject, reason, note: auditNotes.note })
        .from(auditLog)
        .leftJoin(auditNotes, eq(auditNotes.seq, seq))
        .where(
          and(
            wanted.before === null ? undefined : lt(seq, wanted.before),
            wanted.actor === null ? undefined : eq(actor, wanted.actor),
            wanted.act === null ? undefined : eq(act, wanted.act),
          ),
        )
        .orderBy(desc(seq))
        .limit(wanted.limit),
  };
}
