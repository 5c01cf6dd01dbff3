import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { Guest } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { contentsOf, ERASED, type NoticeContents } from '#worker/moderation/model/notice-contents.ts';
import { noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import { mayObjectTo } from '#worker/moderation/model/notice-outcomes.ts';
import type { NoticeView } from '#worker/moderation/model/notice-view.ts';
import { after } from '#worker/promises/model/duration.ts';
import { OBJECTION_LASTS } from '#worker/promises/model/report-periods.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

export interface SeeNoticeContext {
  readonly now: number;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  readonly appeals: Pick<AppealsRepository, 'ofNotice' | 'countStaff'>;
  readonly noticeSeal: Seal;
}

/** Whatever a link from a mail has opened in this browser. */
export type OpenedNotice = Guest['link'] | null;

/** The report that a receipt's link is about. */
export async function noticeOfLink({ notices }: Pick<SeeNoticeContext, 'notices'>, link: OpenedNotice): Promise<StoredNotice> {
  const id = link?.kind === 'notice' ? link.subjectId : null;
  const notice = id === null ? null : await notices.byId(id);
  if (notice === null) throw new DomainError('not_found', LINK_OVER);
  return notice;
}

/** All that is kept of a report, for whoever sent it: on the page of the receipt, and as a file. */
export async function seeNotice(context: SeeNoticeContext, { link }: { readonly link: OpenedNotice }): Promise<NoticeView> {
  const notice = await noticeOfLink(context, link);
  const { now, appeals, noticeSeal } = context;
  const [appeal, contents, staff] = await Promise.all([appeals.ofNotice(notice.id), openNotice(noticeSeal, notice), appeals.countStaff()]);
  return shown(notice, { now, appeal, contents, isAlone: staff < 2 });
}

/** What is sealed in a report. */
export async function openNotice(noticeSeal: Seal, { id, sealed }: Pick<StoredNotice, 'id' | 'sealed'>): Promise<NoticeContents> {
  const opened = await noticeSeal.open(sealed, id);
  return opened === null ? ERASED : contentsOf(opened);
}

interface Known {
  readonly now: number;
  readonly appeal: StoredAppeal | null;
  readonly contents: NoticeContents;
  readonly isAlone: boolean;
}

function shown(notice: StoredNotice, { now, appeal, contents, isAlone }: Known): NoticeView {
  const { id, url, ground, goodFaith, danger, receivedAt, decidedAt, outcome, answer } = notice;
  const until = objectionTo(notice);
  return {
    id,
    url,
    ground: { id: ground, name: inLanguage(noticeGround(ground)?.name ?? { en: ground }, notice.language) },
    ...contents,
    goodFaith,
    danger,
    receivedAt: isoTime(receivedAt),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
    outcome,
    answer,
    appeal: appeal === null ? null : appealShown(appeal),
    objectionUntil: until === null || until <= now || appeal !== null ? null : isoTime(until),
    isAlone,
    keptUntil: isoTime(after(receivedAt, ruleOf(RETENTION, 'notices').keep)),
  };
}

/** Until when whoever reported may object: only where the ad stayed as it was. */
export function objectionTo({ decidedAt, outcome }: Pick<StoredNotice, 'decidedAt' | 'outcome'>): number | null {
  return decidedAt === null || outcome === null || !mayObjectTo(outcome) ? null : after(decidedAt, OBJECTION_LASTS);
}

function appealShown({ madeAt, decidedAt, outcome, answer }: StoredAppeal): NoticeView['appeal'] {
  return { madeAt: isoTime(madeAt), decidedAt: decidedAt === null ? null : isoTime(decidedAt), outcome, answer };
}
