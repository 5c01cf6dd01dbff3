import type { EmployerStandingRepository } from '#db/repositories/employer-standing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import { noSuchEmployer, type StaffActDone } from '#worker/employers/merge-employers.ts';
import { type RefuseOwnContext, refuseOwn } from '#worker/employers/refuse-own.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { type Reasons, statementGround } from '#worker/moderation/model/restriction-input.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

export interface SuspendEmployerContext extends RefuseOwnContext {
  readonly now: number;
  readonly employerStanding: Pick<EmployerStandingRepository, 'byId' | 'setStatus'>;
  readonly makeStatement: (wanted: StatementWanted) => Promise<{ readonly statements: readonly Statement[] }>;
  readonly tellReversed: (told: {
    readonly employerSeq: number;
    readonly title: string;
    readonly restriction: 'suspended';
    readonly why: string;
  }) => Promise<readonly Statement[]>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly audited: (done: StaffActDone, statements: readonly Statement[]) => Promise<boolean>;
}

interface Wished {
  readonly actor: Member;
  readonly id: string;
  readonly reason: StaffReason;
  readonly note?: string | undefined;
}

export interface SuspensionWished extends Wished {
  /** What the people of the employer are told: the law or the rule of this board that is broken, and why. */
  readonly reasons: Reasons;
}

export interface RestoringWished extends Wished {
  /** What the people of the employer are told. */
  readonly why: string;
}

/** Takes everything of an employer out of the public at once, with a statement of reasons to its people. */
export async function suspendEmployer(context: SuspendEmployerContext, wished: SuspensionWished): Promise<void> {
  const { actor, id, reasons, reason, note } = wished;
  requireFreshProof(actor, context.now);
  const employer = await context.employerStanding.byId(id);
  if (employer === null || employer.unlisted) throw noSuchEmployer();
  await refuseOwn(context, { actor, seq: employer.seq });
  const { statements } = await context.makeStatement({
    restriction: 'suspended',
    about: { employerSeq: employer.seq },
    title: employer.name,
    revisionId: null,
    caseId: null,
    noticeId: null,
    ground: statementGround(reasons),
    explanation: reasons.explanation,
    contentLanguage: null,
    contentAt: null,
    automatedDetection: false,
    decidedBy: await context.pseudonymOf(actor.accountId),
  });
  const change = context.employerStanding.setStatus({ seq: employer.seq, status: 'suspended', now: context.now });
  const done = { staff: actor, act: 'employer-suspended', subject: { kind: 'employer', id }, reason, note } as const;
  if (!(await context.audited(done, [...change, ...statements]))) throw new DomainError('conflict', 'employers.suspended-already');
}

/** Brings it back: what was public before is public again, and its people are told. */
export async function restoreEmployer(context: SuspendEmployerContext, { actor, id, reason, note, why }: RestoringWished): Promise<void> {
  requireFreshProof(actor, context.now);
  const employer = await context.employerStanding.byId(id);
  if (employer === null || employer.unlisted) throw noSuchEmployer();
  await refuseOwn(context, { actor, seq: employer.seq });
  const change = context.employerStanding.setStatus({ seq: employer.seq, status: 'active', now: context.now });
  const done = { staff: actor, act: 'employer-restored', subject: { kind: 'employer', id }, reason, note } as const;
  const told = await context.tellReversed({ employerSeq: employer.seq, title: employer.name, restriction: 'suspended', why });
  if (!(await context.audited(done, [...change, ...told]))) throw new DomainError('conflict', 'employers.not-suspended');
}
