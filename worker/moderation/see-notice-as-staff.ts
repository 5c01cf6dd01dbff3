import type { NoticesRepository } from '#db/repositories/notices.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import type { StaffNotice } from '#worker/moderation/model/staff-views.ts';
import { adFor, type Looking, type SeeAdContext } from '#worker/moderation/see-ad-as-staff.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

export interface SeeNoticeAsStaffContext extends SeeAdContext {
  readonly language: string;
  readonly notices: Pick<NoticesRepository, 'byId' | 'openOf'>;
  readonly noticeSeal: Seal;
  readonly titleOf: (about: { readonly jobId: string; readonly employerSeq: null }) => Promise<string>;
}

/** A report for whoever decides on it. */
export async function seeNoticeAsStaff(context: SeeNoticeAsStaffContext, { staff, id }: Looking): Promise<StaffNotice> {
  const notice = await context.notices.byId(id);
  if (notice === null) throw new DomainError('not_found', 'moderation.no-report');
  const { jobId, url, danger, receivedAt, decidedAt, outcome, answer } = notice;
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
    ground: groundOf(notice.ground, context.language),
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

function groundOf(id: string, language: string): StaffNotice['ground'] {
  return { id, name: inLanguage(noticeGround(id)?.name ?? { en: id }, language) };
}
