import { desc, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { auditLog, auditNotes, auditSegments } from '#db/schema/moderation-tables.ts';
import { type AuditHead, type AuditLine, NO_LINES } from '#worker/staff/model/audit-line.ts';

/** A line that is ready to be appended, with what it tells of. */
export interface AuditAppended {
  readonly line: AuditLine;
  readonly mac: string;
  /** Free words, kept beside the chain. */
  readonly note: string | null;
  readonly statements: readonly Statement[];
}

/** `overtaken`: another line was appended meanwhile. `broken-off`: what it tells of did not hold. In both, nothing happened. */
export type Appended = 'done' | 'overtaken' | 'broken-off';

export type AuditLogRepository = ReturnType<typeof auditLogRepository>;

/** What staff did: a chain that is only ever appended to. */
export function auditLogRepository(db: Database) {
  return {
    head: () => auditHead(db),
    append: (appended: AuditAppended) => append(db, appended),
  };
}

/** The last line; where its month was removed, what is kept of it. */
export async function auditHead(db: Database): Promise<AuditHead> {
  const { seq, mac, segment } = auditLog;
  const [lines, segments] = await db.batch([
    db.select({ seq, mac, segment }).from(auditLog).orderBy(desc(seq)).limit(1),
    db.select().from(auditSegments).orderBy(desc(auditSegments.firstSeq)).limit(1),
  ]);
  const [line] = lines;
  if (line !== undefined) return line;
  const [removed] = segments;
  if (removed === undefined) return NO_LINES;
  return { seq: removed.firstSeq + removed.count - 1, mac: removed.lastMac, segment: removed.segment };
}

async function append(db: Database, { line, mac, note, statements }: AuditAppended): Promise<Appended> {
  const notes = note === null ? [] : [db.insert(auditNotes).values({ seq: line.seq, note, at: line.at })];
  try {
    const held = await runOrNothing(db, [...lineStatements(db, { line, mac }), ...notes, ...statements]);
    return held ? 'done' : 'broken-off';
  } catch (error) {
    if (saysOvertaken(error)) return 'overtaken';
    throw error;
  }
}

/** The number is the key: of two lines behind the same head one is written, and with it its batch. */
function lineStatements(db: Database, { line, mac }: Pick<AuditAppended, 'line' | 'mac'>): readonly Statement[] {
  const { segment, seq, at } = line;
  return [
    db.insert(auditLog).values({ ...line, mac }),
    db
      .insert(auditSegments)
      .values({ segment, firstSeq: seq, count: 1, lastMac: mac })
      .onConflictDoUpdate({ target: auditSegments.segment, set: { count: sql`${auditSegments.count} + 1`, lastMac: mac } }),
    db.run(sql`update audit_segments set closed_at = ${at} where segment < ${segment} and closed_at is null`),
  ];
}

function saysOvertaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /UNIQUE constraint failed: audit_log\.seq/.test(error.message) || saysOvertaken(error.cause);
}
