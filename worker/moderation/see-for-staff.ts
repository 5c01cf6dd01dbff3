import type { AppealsRepository } from '#db/repositories/appeals.ts';
import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import type { AdToDecide, WithheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { jobPath } from '#worker/jobs/model/addresses.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import type { StaffAd, StaffAppeal, StaffNotice } from '#worker/moderation/model/staff-views.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

export interface SeeForStaffContext {
  readonly now: number;
  readonly language: string;
  readonly withheldAds: Pick<WithheldAdsRepository, 'find'>;
  readonly statements: Pick<StatementsRepository, 'ofJob' | 'byId'>;
  readonly notices: Pick<NoticesRepository, 'byId' | 'openOf'>;
  readonly appeals: Pick<AppealsRepository, 'byId' | 'countStaff' | 'deciderOfNotice'>;
  readonly noticeSeal: Seal;
  readonly appealSeal: Seal;
  readonly isOwnAd: (accountId: string, jobId: string) => Promise<boolean>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly titleOf: (about: { readonly jobId: string | null; readonly employerSeq: number | null }) => Promise<string>;
}

export interface Looking {
  readonly staff: Member;
  readonly id: string;
}

/** An ad for whoever decides on it. */
export async function seeAd(context: SeeForStaffContext, { staff, id }: Looking): Promise<StaffAd> {
  const ad = await adFor(context, { staff, id });
  if (ad === null) throw new DomainError('not_found', 'moderation.no-ad');
  return ad;
}

async function adFor(context: SeeForStaffContext, { staff, id }: Looking): Promise<StaffAd | null> {
  const ad = await context.withheldAds.find(id);
  if (ad === null) return null;
  const [isOwn, decisions] = await Promise.all([context.isOwnAd(staff.accountId, id), context.statements.ofJob(id)]);
  const state = stateOf(ad, context.now);
  return {
    id,
    title: ad.title,
    descriptionHtml: markdownToHtml(ad.description),
    language: ad.language,
    employer: { name: ad.employer.name },
    source: ad.source?.name ?? null,
    path: state === 'public' ? jobPath(ad) : null,
    state,
    endsAt: ad.withheld?.endsAt == null ? null : isoTime(ad.withheld.endsAt),
    wasFrozen: state === 'public' && ad.wasFrozen,
    isOwn,
    decisions: decisions.map(earlier),
  };
}

function stateOf({ withheld, status, employer, publicUntil }: AdToDecide, now: number): StaffAd['state'] {
  if (withheld !== null) return withheld.why;
  return status === 'published' && employer.isActive && publicUntil > now ? 'public' : 'over';
}

function earlier(row: StoredStatement) {
  const { id, appliedAt, reversedAt, explanation } = row;
  return {
    id,
    restriction: restrictionTold(row),
    appliedAt: isoTime(appliedAt),
    reversedAt: reversedAt === null ? null : isoTime(reversedAt),
    explanation,
  };
}

/** A report for whoever decides on it. */
export async function seeNoticeAsStaff(context: SeeForStaffContext, { staff, id }: Looking): Promise<StaffNotice> {
  const notice = await context.notices.byId(id);
  if (notice === null) throw new DomainError('not_found', 'moderation.no-report');
  const { jobId, url, ground, danger, receivedAt, decidedAt, outcome, answer } = notice;
  const [contents, title, waiting, ad, isOwn] = await Promise.all([
    openNotice(context.noticeSeal, notice),
    context.titleOf({ jobId, employerSeq: null }),
    context.notices.openOf(jobId),
    adFor(context, { staff, id: jobId }),
    context.isOwnAd(staff.accountId, jobId),
  ]);
  return {
    id,
    title,
    url,
    ground: { id: ground, name: inLanguage(noticeGround(ground)?.name ?? { en: ground }, context.language) },
    explanation: isOwn ? null : contents.explanation,
    danger,
    receivedAt: isoTime(receivedAt),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
    outcome,
    answer,
    others: waiting.filter((one) => one.id !== id).length,
    ad,
  };
}

/** An objection for whoever decides on it. */
export async function seeAppealAsStaff(context: SeeForStaffContext, { staff, id }: Looking): Promise<StaffAppeal> {
  const appeal = await context.appeals.byId(id);
  if (appeal === null) throw new DomainError('not_found', 'moderation.no-objection');
  const [statement, notice] = await Promise.all([
    appeal.statementId === null ? null : context.statements.byId(appeal.statementId),
    appeal.noticeId === null ? null : context.notices.byId(appeal.noticeId),
  ]);
  const jobId = statement?.jobId ?? notice?.jobId ?? null;
  const [title, ad, reasons, contents, staffCount, own, first, isOwn] = await Promise.all([
    context.titleOf({ jobId, employerSeq: statement?.employerSeq ?? null }),
    jobId === null ? null : adFor(context, { staff, id: jobId }),
    context.appealSeal.open(appeal.sealed, id),
    notice === null ? null : openNotice(context.noticeSeal, notice),
    context.appeals.countStaff(),
    context.pseudonymOf(staff.accountId),
    notice === null ? (statement?.decidedBy ?? null) : context.appeals.deciderOfNotice(notice.id),
    jobId === null ? false : context.isOwnAd(staff.accountId, jobId),
  ]);
  const isHidden = isOwn && appeal.by === 'notifier';
  const { by, madeAt, decidedAt, outcome, answer } = appeal;
  return {
    id,
    jobId,
    title,
    by,
    reasons: isHidden ? null : reasons,
    madeAt: isoTime(madeAt),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
    outcome,
    answer,
    statement: statement === null ? null : { ...earlier(statement), rules: statement.rules, law: statement.legalGround },
    notice:
      notice === null
        ? null
        : { id: notice.id, outcome: notice.outcome, answer: notice.answer, explanation: isHidden ? null : (contents?.explanation ?? null) },
    isFirst: first === own,
    isAlone: staffCount < 2,
    ad,
  };
}
