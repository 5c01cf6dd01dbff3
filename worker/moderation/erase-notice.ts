import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { ERASED } from '#worker/moderation/model/notice-contents.ts';
import { noticeOfLink, type OpenedNotice } from '#worker/moderation/see-notice.ts';

export interface EraseNoticeContext {
  readonly notices: Pick<NoticesRepository, 'byId' | 'erase'>;
  readonly noticeSeal: Seal;
}

/** Takes name, address and words out of one's own report, and ends its link. The ad is looked at all the same; nobody is told what becomes of it. */
export async function eraseNotice(context: EraseNoticeContext, { link }: { readonly link: OpenedNotice }): Promise<void> {
  const { id } = await noticeOfLink(context, link);
  await context.notices.erase({ id, sealed: await context.noticeSeal.close(JSON.stringify(ERASED), id) });
}
