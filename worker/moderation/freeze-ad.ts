import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import type { Reasons } from '#worker/moderation/model/restriction-input.ts';
import { adToDecide, type RestrictAdContext, reasonsFor } from '#worker/moderation/restrict-ad.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

export interface Freezing {
  readonly staff: Member;
  readonly jobId: string;
  readonly reason: StaffReason;
  readonly reasons: Reasons;
  /** The report that is looked at, where one led to it. */
  readonly noticeId?: string | undefined;
}

export interface FreezeAdContext extends RestrictAdContext {
  readonly notices: Pick<NoticesRepository, 'byId'>;
}

/**
 * Takes an ad out of every channel at once, for 72 hours at most, while somebody looks at it: with reasons, as every decision that restricts.
 * Once that is over it is decided on: another freeze needs something new.
 */
export async function freezeAd(context: FreezeAdContext, { staff, jobId, reason, reasons, noticeId }: Freezing): Promise<void> {
  const { now, withheldAds, audited, pseudonymOf } = context;
  const ad = await adToDecide(context, { staff, jobId });
  const notice = noticeId === undefined ? null : await context.notices.byId(noticeId);
  if (noticeId !== undefined && notice?.jobId !== jobId) throw new DomainError('not_found', 'moderation.no-report-of-ad');
  const endsAt = after(now, ruleOf(RETENTION, 'freezes').keep);
  const made = await reasonsFor(context, {
    ad,
    restriction: 'frozen',
    reasons,
    by: await pseudonymOf(staff.accountId),
    caseId: null,
    notice: notice === null ? null : { id: notice.id, ground: noticeGround(notice.ground) },
    endsAt,
  });
  const isDone = await audited({ staff, act: 'post-frozen', subject: { kind: 'post', id: jobId }, reason }, [
    ...withheldAds.freezeStatements({ ad, now, endsAt, why: reasons.explanation }),
    ...made.statements,
  ]);
  if (!isDone) throw await refused(context, jobId);
}

async function refused({ withheldAds }: Pick<FreezeAdContext, 'withheldAds'>, jobId: string): Promise<DomainError> {
  const ad = await withheldAds.find(jobId);
  return ad !== null && ad.withheld === null && ad.wasFrozen
    ? new DomainError('conflict', 'moderation.frozen-before')
    : new DomainError('conflict', 'moderation.withheld-already');
}
