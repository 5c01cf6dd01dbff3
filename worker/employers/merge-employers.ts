import type { EmployerMergesRepository } from '#db/repositories/employer-merges.ts';
import type { EmployerStandingRepository } from '#db/repositories/employer-standing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { type RefuseOwnContext, refuseOwn } from '#worker/employers/refuse-own.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { before } from '#worker/promises/model/duration.ts';
import { MERGE_UNDONE_WITHIN } from '#worker/promises/model/employer-periods.ts';
import type { StaffAct, StaffReason, StaffSubject } from '#worker/staff/model/staff-acts.ts';

/** The act of somebody who works for the board, written down in the batch of what it does. */
export interface StaffActDone {
  readonly staff: Member;
  readonly act: StaffAct;
  readonly subject: StaffSubject;
  readonly reason: StaffReason;
  readonly note?: string | undefined;
}

export interface MergeEmployersContext extends RefuseOwnContext {
  readonly now: number;
  readonly employerStanding: Pick<EmployerStandingRepository, 'byId'>;
  readonly employerMerges: EmployerMergesRepository;
  readonly audited: (done: StaffActDone, statements: readonly Statement[]) => Promise<boolean>;
}

export interface MergeWished {
  readonly actor: Member;
  /** The employer that becomes part of the other. */
  readonly id: string;
  readonly into: string;
  readonly reason: StaffReason;
  readonly note?: string | undefined;
}

/** Makes two employers one: the page of the first leads to the other's, which has the ads and people of both. */
export async function mergeEmployers(context: MergeEmployersContext, { actor, id, into, reason, note }: MergeWished): Promise<void> {
  const [from, target] = await Promise.all([context.employerStanding.byId(id), context.employerStanding.byId(into)]);
  if (from === null || target === null) throw noSuchEmployer();
  for (const { seq } of [from, target]) await refuseOwn(context, { actor, seq });
  const merger = { id: newId(), fromSeq: from.seq, intoSeq: target.seq, now: context.now };
  const done = { staff: actor, act: 'employers-merged', subject: { kind: 'employer', id }, reason, note } as const;
  if (await context.audited(done, context.employerMerges.mergeStatements(merger))) return;
  throw new DomainError('conflict', 'employers.cannot-merge');
}

/** Makes them two again, for thirty days. */
export async function undoMerge(context: MergeEmployersContext, { actor, id, reason, note }: Omit<MergeWished, 'into'>): Promise<void> {
  const from = await context.employerStanding.byId(id);
  const merger = from === null ? null : await context.employerMerges.ofEmployer(from.seq);
  if (merger === null) throw new DomainError('not_found', 'employers.not-merged');
  const { now } = context;
  const { fromSeq, intoSeq } = merger;
  for (const seq of [fromSeq, intoSeq]) await refuseOwn(context, { actor, seq });
  const statements = context.employerMerges.undoStatements({
    id: merger.id,
    fromSeq,
    intoSeq,
    now,
    since: before(now, MERGE_UNDONE_WITHIN),
  });
  const done = { staff: actor, act: 'merge-undone', subject: { kind: 'employer', id }, reason, note } as const;
  if (await context.audited(done, statements)) return;
  throw new DomainError('conflict', 'employers.merge-final');
}

export function noSuchEmployer(): DomainError {
  return new DomainError('not_found', 'employers.none');
}
