import type { Statement } from '#db/repositories/run-batch.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';
import type { ReasonedInput } from '#worker/staff/model/staff-input.ts';

export interface RetryMailContext {
  readonly now: number;
  readonly audited: WriteAudit;
  readonly retryMailStatements: (retried: { readonly id: string; readonly now: number }) => readonly Statement[];
}

export interface RetryingMail {
  readonly actor: Member;
  readonly id: string;
  readonly input: ReasonedInput;
}

/** Lets a mail that was given up or held back go out after all, as long as its words are there. */
export async function retryMail(
  { now, audited, retryMailStatements }: RetryMailContext,
  { actor, id, input }: RetryingMail,
): Promise<void> {
  const act = { staff: actor, act: 'mail-retried', subject: { kind: 'mail', id }, ...input } as const;
  if (await audited(act, retryMailStatements({ id, now }))) return;
  throw new DomainError('not_found', 'staff.no-mail');
}
