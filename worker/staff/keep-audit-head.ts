import { z } from 'zod';
import type { AuditLogRepository } from '#db/repositories/audit-log.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { KeptHead } from '#worker/staff/model/audit-fault.ts';

const HEADS = 'audit/';

const keptHead = z.object({ seq: z.int(), mac: z.string() });

export interface AuditHeadsContext {
  readonly files: Pick<FileStore, 'get' | 'put' | 'list' | 'delete'>;
}

export interface KeepAuditHeadContext extends AuditHeadsContext {
  readonly now: number;
  readonly auditLog: Pick<AuditLogRepository, 'head'>;
  /** Heads of days before are of no use: their lines have ended. */
  readonly keptSince: number;
}

/**
 * Puts where the log ends, and how many lines it has had, outside the database: whoever cuts the log off cannot cut that. A log that has become
 * shorter within the day does not take the place of the longer one.
 */
export async function keepAuditHead({ now, auditLog, files, keptSince }: KeepAuditHeadContext): Promise<number> {
  const { seq, mac } = await auditLog.head();
  const today = (await keptHeads({ files })).find(({ day }) => day === utcDay(now));
  if (seq > (today?.seq ?? 0)) await files.put(HEADS + utcDay(now), new TextEncoder().encode(JSON.stringify({ seq, mac })));
  const ended = (await files.list(HEADS)).filter((key) => key < HEADS + utcDay(keptSince));
  await files.delete(ended);
  return seq;
}

/** All that are kept, in the order of their days. */
export async function keptHeads({ files }: AuditHeadsContext): Promise<readonly KeptHead[]> {
  const keys = await files.list(HEADS);
  const read = keys.map(async (key) => ({ day: key.slice(HEADS.length), bytes: await files.get(key) }));
  return (await Promise.all(read)).flatMap(({ day, bytes }) =>
    bytes === null ? [] : [{ day, ...keptHead.parse(JSON.parse(new TextDecoder().decode(bytes))) }],
  );
}
