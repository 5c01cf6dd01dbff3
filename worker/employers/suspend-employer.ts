import type { EmployerStandingRepository } from '#db/repositories/employer-standing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { noSuchEmployer, type StaffActDone } from '#worker/employers/merge-employers.ts';
import { type RefuseOwnContext, refuseOwn } from '#worker/employers/refuse-own.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

export interface SuspendEmployerContext extends RefuseOwnContext {
  readonly now: number;
  readonly employerStanding: Pick<EmployerStandingRepository, 'byId' | 'setStatus'>;
  readonly makeStatement: (wanted: StatementWanted) => Promise<{ readonly statements: readonly Statement[] }>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly audited: (done: StaffActDone, statements: readonly Statement[]) => Promise<boolean>;
}

interface Wished {
  readonly actor: Member;
  readonly id: string;
  readonly reason: StaffReason;
  readonly note?: string | undefined;
}

/** What the people of the employer are told: the law that is broken, or else the rule of this board, and why. */
export interface SuspensionWished extends Wished {
  /** Empty where it is a rule of the board. */
  readonly law: string;
  readonly explanation: string;
}

/** Takes everything of an employer out of the public at once, with a statement of reasons to its people. */
export async function suspendEmployer(context: SuspendEmployerContext, wished: SuspensionWished): Promise<void> {
  const { actor, id, law, explanation, reason, note } = wished;
  if (explanation.trim() === '') throw invalidField('explanation', 'Say why, for the people of the employer: they read it.');
  const employer = await context.employerStanding.byId(id);
  if (employer === null) throw noSuchEmployer();
  await refuseOwn(context, { actor, seq: employer.seq });
  const { statements } = await context.makeStatement({
    restriction: 'suspended',
    about: { employerSeq: employer.seq },
    title: employer.name,
    revisionId: null,
    caseId: null,
    noticeId: null,
    ground: law.trim() === '' ? { rules: [] } : { law },
    explanation,
    contentLanguage: null,
    contentAt: null,
    automatedDetection: false,
    decidedBy: await context.pseudonymOf(actor.accountId),
  });
  const change = context.employerStanding.setStatus({ seq: employer.seq, status: 'suspended', now: context.now });
  const done = { staff: actor, act: 'employer-suspended', subject: { kind: 'employer', id }, reason, note } as const;
  if (!(await context.audited(done, [...change, ...statements]))) throw new DomainError('conflict', 'This employer is suspended already.');
}

/** Brings it back: what was public before is public again. */
export async function restoreEmployer(context: SuspendEmployerContext, { actor, id, reason, note }: Wished): Promise<void> {
  const employer = await context.employerStanding.byId(id);
  if (employer === null) throw noSuchEmployer();
  await refuseOwn(context, { actor, seq: employer.seq });
  const change = context.employerStanding.setStatus({ seq: employer.seq, status: 'active', now: context.now });
  const done = { staff: actor, act: 'employer-restored', subject: { kind: 'employer', id }, reason, note } as const;
  if (!(await context.audited(done, change))) throw new DomainError('conflict', 'This employer is not suspended.');
}
