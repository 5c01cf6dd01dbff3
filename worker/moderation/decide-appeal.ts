import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StatementsRepository } from '#db/repositories/statements.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import type { AppealDecision } from '#worker/moderation/model/restriction-input.ts';
import { removalStatements } from '#worker/moderation/remove-ad.ts';
import { adToDecide, type RestrictAdContext, refuseOwnAd } from '#worker/moderation/restrict-ad.ts';
import type { TakenBack } from '#worker/moderation/take-back.ts';

export interface DecideAppealContext extends RestrictAdContext {
  readonly appeals: Pick<AppealsRepository, 'byId' | 'decideStatements' | 'countStaff' | 'deciderOfNotice'>;
  readonly statements: Pick<StatementsRepository, 'byId'>;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  /** Whether somebody works for an employer. */
  readonly isOwnEmployer: (accountId: string, employerSeq: number) => Promise<boolean>;
  /** Closes the case of an objection; breaks off where somebody has decided on it meanwhile. */
  readonly closeCaseOf: (closed: {
    readonly appealId: string;
    readonly now: number;
    readonly by: string;
    readonly outcome: string;
  }) => readonly Statement[];
  /** Undoes what a decision had taken away. */
  readonly takeBack: (taken: TakenBack) => Promise<readonly Statement[]>;
  /** Tells both sides. */
  readonly tellAppeal: (told: { readonly appeal: StoredAppeal; readonly decision: AppealDecision }) => Promise<readonly Statement[]>;
}

export interface DecidingAppeal {
  readonly staff: Member;
  readonly id: string;
  readonly decision: AppealDecision;
}

/** Decides on an objection: somebody else than decided first, where there is somebody else. What was wrong is put right in the same moment. */
export async function decideAppeal(context: DecideAppealContext, { staff, id, decision }: DecidingAppeal): Promise<void> {
  const appeal = await context.appeals.byId(id);
  if (appeal === null) throw new DomainError('not_found', 'moderation.no-objection');
  const by = await context.pseudonymOf(staff.accountId);
  await requireOthers(context, { appeal, staff });
  await requireAnother(context, { appeal, by, staff });
  const { outcome, answer } = decision;
  const { now } = context;
  const isDone = await context.audited({ staff, act: 'appeal-decided', subject: { kind: 'appeal', id }, reason: 'objection' }, [
    ...context.closeCaseOf({ appealId: id, now, by, outcome }),
    ...context.appeals.decideStatements({ id, now, by, outcome, answer }),
    ...(outcome === 'reversed' ? await consequences(context, { appeal, staff, decision, by }) : []),
    ...(await context.tellAppeal({ appeal, decision })),
  ]);
  if (!isDone) throw new DomainError('conflict', 'moderation.objection-decided');
}

/** Nobody decides on what is said about an ad or employer of their own, whichever way. */
async function requireOthers(
  context: DecideAppealContext,
  { appeal, staff }: { readonly appeal: StoredAppeal; readonly staff: Member },
): Promise<void> {
  const { statementId, noticeId } = appeal;
  const statement = statementId === null ? null : await context.statements.byId(statementId);
  const jobId = statement?.jobId ?? (noticeId === null ? null : ((await context.notices.byId(noticeId))?.jobId ?? null));
  if (jobId !== null) await refuseOwnAd(context, { staff, jobId });
  if (statement?.employerSeq != null && (await context.isOwnEmployer(staff.accountId, statement.employerSeq)))
    throw new DomainError('forbidden', 'moderation.own-employer');
}

/** Whoever objects, or decided first, does not decide; a board where one person decides has nobody else, and says so. */
async function requireAnother(
  { appeals, statements }: DecideAppealContext,
  { appeal, by, staff }: { readonly appeal: StoredAppeal; readonly by: string; readonly staff: Member },
): Promise<void> {
  const isTheirs = appeal.accountId === staff.accountId;
  const first =
    appeal.statementId === null
      ? await appeals.deciderOfNotice(appeal.noticeId ?? '')
      : ((await statements.byId(appeal.statementId))?.decidedBy ?? null);
  if ((first !== by && !isTheirs) || (await appeals.countStaff()) < 2) return;
  if (isTheirs) throw new DomainError('forbidden', 'moderation.own-objection');
  throw new DomainError('forbidden', 'moderation.decided-first');
}

interface Reversing {
  readonly appeal: StoredAppeal;
  readonly staff: Member;
  readonly decision: AppealDecision;
  readonly by: string;
}

async function consequences(context: DecideAppealContext, { appeal, staff, decision, by }: Reversing): Promise<readonly Statement[]> {
  if (appeal.statementId !== null) {
    const statement = await context.statements.byId(appeal.statementId);
    // What staff have taken back meanwhile is where it was before.
    if (statement === null || statement.reversedAt !== null) return [];
    return context.takeBack({ statement, why: decision.answer });
  }
  const notice = appeal.noticeId === null ? null : await context.notices.byId(appeal.noticeId);
  if (notice === null) return [];
  const { reasons } = decision;
  if (reasons === undefined) throw invalidField('reasons', 'moderation.ground');
  const ad = await adToDecide(context, { staff, jobId: notice.jobId });
  return removalStatements(context, { ad, reasons, by, caseId: null, notice });
}
