import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { AdToDecide } from '#db/repositories/withheld-ads.ts';
import { sayFirst } from '#worker/board/model/say-first.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { DECISION_WORDS } from '#worker/moderation/model/decision-words.ts';
import { noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import type { Reasons } from '#worker/moderation/model/restriction-input.ts';
import { adToDecide, fingerprintOf, type RestrictAdContext, reasonsFor } from '#worker/moderation/restrict-ad.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

export interface RemoveAdContext extends RestrictAdContext {
  readonly notices: Pick<NoticesRepository, 'openOf'>;
  /** Decides on a report, closes its case and tells whoever sent it. */
  readonly settleNotice: (settled: {
    readonly notice: StoredNotice;
    readonly title: string;
    readonly outcome: 'restricted';
    readonly answer: string;
    readonly by: string;
  }) => Promise<readonly Statement[]>;
}

export interface Removing {
  readonly staff: Member;
  readonly jobId: string;
  readonly reason: StaffReason;
  readonly reasons: Reasons;
}

/** Takes an ad out of the public for good, with reasons; every report of it that waits is answered along with that. */
export async function removeAd(context: RemoveAdContext, { staff, jobId, reason, reasons }: Removing): Promise<void> {
  const ad = await adToDecide(context, { staff, jobId });
  const by = await context.pseudonymOf(staff.accountId);
  const waiting = await context.notices.openOf(jobId);
  const settled = waiting.map((notice) =>
    context.settleNotice({ notice, title: ad.title, outcome: 'restricted', answer: sayFirst(DECISION_WORDS.followed), by }),
  );
  const isDone = await context.audited({ staff, act: 'post-removed', subject: { kind: 'post', id: jobId }, reason }, [
    ...(await removalStatements(context, { ad, reasons, by, caseId: null, notice: waiting[0] ?? null })),
    ...(await Promise.all(settled)).flat(),
  ]);
  if (!isDone) throw new DomainError('conflict', 'moderation.ad-decided');
}

export interface Removal {
  readonly ad: AdToDecide;
  readonly reasons: Reasons;
  /** Staff pseudonym. */
  readonly by: string;
  readonly caseId: string | null;
  readonly notice: Pick<StoredNotice, 'id' | 'ground'> | null;
}

/** A removal with its reasons and the sealed copy, for the batch of whatever decides it. */
export async function removalStatements(context: RestrictAdContext, removal: Removal): Promise<readonly Statement[]> {
  const { ad, reasons, by, caseId, notice } = removal;
  const ground = notice === null ? undefined : noticeGround(notice.ground);
  const made = await reasonsFor(context, {
    ad,
    restriction: 'removed',
    reasons,
    by,
    caseId,
    notice: notice === null ? null : { id: notice.id, ground },
  });
  const fingerprint = await fingerprintOf(context, ad);
  return [...context.withheldAds.removeStatements({ ad, now: context.now, why: reasons.explanation, fingerprint }), ...made.statements];
}
