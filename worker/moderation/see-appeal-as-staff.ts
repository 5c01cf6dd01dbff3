import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { type CompareEditContext, compareEdit } from '#worker/moderation/compare-edit.ts';
import type { StaffAppeal } from '#worker/moderation/model/staff-views.ts';
import { adFor, earlierDecision, type Looking, type SeeAdContext } from '#worker/moderation/see-ad-as-staff.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';

export interface SeeAppealAsStaffContext extends SeeAdContext, CompareEditContext {
  readonly statements: Pick<StatementsRepository, 'ofJob' | 'byId'>;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  readonly appeals: Pick<AppealsRepository, 'byId' | 'countStaff' | 'deciderOfNotice'>;
  readonly noticeSeal: Seal;
  readonly appealSeal: Seal;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly titleOf: (about: { readonly jobId: string | null; readonly employerSeq: number | null }) => Promise<string>;
}

/** An objection for whoever decides on it. */
export async function seeAppealAsStaff(context: SeeAppealAsStaffContext, looking: Looking): Promise<StaffAppeal> {
  const { staff, id } = looking;
  const objected = await objectedTo(context, id);
  const { appeal, statement, notice, jobId } = objected;
  const [title, ad, isOwn, changes, deciding] = await Promise.all([
    context.titleOf({ jobId, employerSeq: statement?.employerSeq ?? null }),
    jobId === null ? null : adFor(context, { staff, id: jobId }),
    jobId === null ? false : context.isOwnAd(staff.accountId, jobId),
    statement === null ? [] : compareEdit(context, statement),
    whoDecides(context, { ...objected, looking }),
  ]);
  // Whoever reported an ad is not known by their words to those whose ad it is.
  const isHidden = isOwn && appeal.by === 'notifier';
  const { by, madeAt, decidedAt, outcome, answer } = appeal;
  return {
    id,
    jobId,
    title,
    by,
    reasons: isHidden ? null : await context.appealSeal.open(appeal.sealed, id),
    madeAt: isoTime(madeAt),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
    outcome,
    answer,
    statement: statement === null ? null : { ...earlierDecision(statement), rules: statement.rules, law: statement.legalGround },
    notice: notice === null ? null : await answered(context, { notice, isHidden }),
    changes,
    ...deciding,
    ad,
  };
}

interface Objected {
  readonly appeal: StoredAppeal;
  /** The decision that is objected to. */
  readonly statement: StoredStatement | null;
  /** Or the report whose answer is. */
  readonly notice: StoredNotice | null;
  readonly jobId: string | null;
}

async function objectedTo({ appeals, statements, notices }: SeeAppealAsStaffContext, id: string): Promise<Objected> {
  const appeal = await appeals.byId(id);
  if (appeal === null) throw new DomainError('not_found', 'moderation.no-objection');
  const [statement, notice] = await Promise.all([
    appeal.statementId === null ? null : statements.byId(appeal.statementId),
    appeal.noticeId === null ? null : notices.byId(appeal.noticeId),
  ]);
  return { appeal, statement, notice, jobId: statement?.jobId ?? notice?.jobId ?? null };
}

interface Deciding extends Pick<Objected, 'statement' | 'notice'> {
  readonly looking: Looking;
}

async function whoDecides({ appeals, pseudonymOf }: SeeAppealAsStaffContext, { statement, notice, looking }: Deciding) {
  const [own, first, staffCount] = await Promise.all([
    pseudonymOf(looking.staff.accountId),
    notice === null ? (statement?.decidedBy ?? null) : appeals.deciderOfNotice(notice.id),
    appeals.countStaff(),
  ]);
  return { isFirst: first === own, isAlone: staffCount < 2 };
}

interface Answered {
  readonly notice: StoredNotice;
  readonly isHidden: boolean;
}

async function answered({ noticeSeal }: SeeAppealAsStaffContext, { notice, isHidden }: Answered): Promise<StaffAppeal['notice']> {
  const { id, outcome, answer } = notice;
  return { id, outcome, answer, explanation: isHidden ? null : (await openNotice(noticeSeal, notice)).explanation };
}
