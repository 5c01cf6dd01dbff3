import type { AppealsRepository } from '#db/repositories/appeals.ts';
import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { NoticeDecision } from '#worker/moderation/model/restriction-input.ts';
import { removalStatements } from '#worker/moderation/remove-ad.ts';
import { adToDecide, type RestrictAdContext, refuseOwnAd } from '#worker/moderation/restrict-ad.ts';
import type { NoticeSettled } from '#worker/moderation/settle-notice.ts';

export interface DecideNoticeContext extends RestrictAdContext {
  readonly notices: Pick<NoticesRepository, 'byId' | 'openOf'>;
  readonly appeals: Pick<AppealsRepository, 'countStaff'>;
  readonly settleNotice: (settled: NoticeSettled) => Promise<readonly Statement[]>;
  /** What the queue calls it, also where the ad is gone. */
  readonly titleOf: (about: { readonly jobId: string; readonly employerSeq: null }) => Promise<string>;
}

export interface DecidingNotice {
  readonly staff: Member;
  readonly id: string;
  readonly decision: NoticeDecision;
}

/** Decides on a report. Where it was right the ad is removed with reasons, and every other report of that ad is answered with it. */
export async function decideNotice(context: DecideNoticeContext, { staff, id, decision }: DecidingNotice): Promise<void> {
  const notice = await context.notices.byId(id);
  if (notice === null) throw new DomainError('not_found', 'moderation.no-report');
  await requireOthers(context, { staff, notice });
  const by = await context.pseudonymOf(staff.accountId);
  const batch = await batchOf(context, { staff, notice, decision, by });
  const subject = { kind: 'notice', id } as const;
  const isDone = await context.audited({ staff, act: 'notice-decided', subject, reason: 'notice' }, batch);
  if (!isDone) throw overtaken();
}

/** Nobody decides on a report of an ad of their own; nor on one that they sent, where somebody else is there. */
async function requireOthers(
  context: DecideNoticeContext,
  { staff, notice }: { readonly staff: Member; readonly notice: StoredNotice },
): Promise<void> {
  await refuseOwnAd(context, { staff, jobId: notice.jobId });
  if (notice.accountId !== staff.accountId || (await context.appeals.countStaff()) < 2) return;
  throw new DomainError('forbidden', 'moderation.own-report');
}

function overtaken(): DomainError {
  return new DomainError('conflict', 'moderation.report-decided');
}

interface Deciding extends Omit<DecidingNotice, 'id'> {
  readonly notice: StoredNotice;
  readonly by: string;
}

async function batchOf(context: DecideNoticeContext, { staff, notice, decision, by }: Deciding): Promise<readonly Statement[]> {
  const { outcome, answer, reasons } = decision;
  if (outcome !== 'restricted' || reasons === undefined) {
    const title = await context.titleOf({ jobId: notice.jobId, employerSeq: null });
    return context.settleNotice({ notice, title, outcome, answer, by });
  }
  const ad = await adToDecide(context, { staff, jobId: notice.jobId });
  const waiting = await context.notices.openOf(notice.jobId);
  if (waiting.every(({ id }) => id !== notice.id)) throw overtaken();
  const settled = waiting.map((one) => context.settleNotice({ notice: one, title: ad.title, outcome, answer, by }));
  return [...(await removalStatements(context, { ad, reasons, by, caseId: null, notice })), ...(await Promise.all(settled)).flat()];
}
