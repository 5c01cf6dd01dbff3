import type { AuditActorsRepository } from '#db/repositories/audit-actors.ts';
import type { AuditLogRepository } from '#db/repositories/audit-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { type Member, STAFF } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { randomBytes } from '#worker/kernel/random.ts';
import { type AuditSeal, sealLine, segmentAt } from '#worker/staff/model/audit-line.ts';
import type { StaffAct, StaffReason, StaffSubject } from '#worker/staff/model/staff-acts.ts';

export interface AuditContext {
  readonly now: number;
  readonly auditLog: Pick<AuditLogRepository, 'head' | 'append'>;
  readonly auditActors: Pick<AuditActorsRepository, 'pseudonymOf' | 'atWorkStatement' | 'isAtWork'>;
  readonly sealAudit: AuditSeal;
}

/** An act of somebody who works for the board. */
export interface Audited {
  readonly staff: Pick<Member, 'is' | 'accountId'>;
  readonly act: StaffAct;
  readonly subject: StaffSubject;
  readonly reason: StaffReason;
  /** Free words, kept beside the chain and for a shorter time. */
  readonly note?: string | undefined;
}

/** As the container hands it to use cases. */
export type WriteAudit = (act: Audited, statements?: readonly Statement[]) => Promise<boolean>;

/** As often as other lines may come between a look at the head and one's own turn. */
const TRIES = 40;
const LONGEST_PAUSE_MS = 250;

/**
 * Writes an act into the log, and does it, in one batch: neither is there without the other. With no statements it writes down that
 * something is looked at. False when a conditional statement broke off: then neither happened.
 */
export async function appendAudit(context: AuditContext, audited: Audited, statements: readonly Statement[] = []): Promise<boolean> {
  if (!STAFF.includes(audited.staff.is)) throw new DomainError('forbidden', 'staff.only-staff');
  const { auditActors, now } = context;
  const actor = await auditActors.pseudonymOf(audited.staff.accountId, now);
  const isDone = await appendAs(context, { ...audited, actor }, [auditActors.atWorkStatement(audited.staff), ...statements]);
  if (!isDone && !(await auditActors.isAtWork(audited.staff))) throw new DomainError('forbidden', 'staff.only-staff');
  return isDone;
}

/** Whoever runs the board, by commands on its machine: nobody's account, so no pseudonym resolves it. */
export const OPERATOR = 'operator';

/** The same for a command of the operator. */
export function appendOperatorAudit(
  context: Omit<AuditContext, 'auditActors'>,
  audited: Omit<Audited, 'staff'>,
  statements: readonly Statement[],
): Promise<boolean> {
  return appendAs(context, { ...audited, actor: OPERATOR }, statements);
}

async function appendAs(
  context: Omit<AuditContext, 'auditActors'>,
  { actor, act, subject, reason, note }: Omit<Audited, 'staff'> & { readonly actor: string },
  statements: readonly Statement[],
): Promise<boolean> {
  const { now: at, auditLog, sealAudit } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await auditLog.head();
    const ids = { subjectKind: subject.kind, subject: subject.id };
    const line = { seq: head.seq + 1, segment: segmentAt(at, head), at, actor, act, ...ids, reason };
    const mac = await sealLine(sealAudit, line, head.mac);
    const done = await auditLog.append({ line, mac, note: note === undefined || note === '' ? null : note, statements });
    if (done !== 'overtaken') return done === 'done';
    await letOthersGo(tries);
  }
  throw new DomainError('unavailable', 'staff.busy');
}

/** A moment by chance, longer with each try. */
function letOthersGo(tries: number): Promise<void> {
  const [byte = 0] = randomBytes(1);
  return new Promise((resolve) => setTimeout(resolve, (byte / 256) * Math.min(5 * 2 ** tries, LONGEST_PAUSE_MS)));
}
