import type { Board } from '#worker/board/model/board.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { hashNotice } from '#worker/consent/model/notice-hash.ts';
import { invalidField } from '#worker/kernel/errors.ts';

export interface NoticeAsked {
  readonly board: Board;
  readonly hash: string;
  /** What the database keeps under the hash, as JSON; null for nothing. */
  readonly kept: string | null;
}

/** What a page showed: what is shown today, or was once. Throws for what this board never published. */
export async function shownNotice({ board, hash, kept }: NoticeAsked): Promise<ConsentNotice> {
  if (kept !== null) return noticeFrom(kept);
  for (const language of board.languages) {
    const notice = noticeOf(board, language);
    if ((await hashNotice(notice)) === hash) return notice;
  }
  const message = 'This board never showed such a notice. Reload the page and choose again.';
  throw invalidField('notice', message);
}

/** Safe because nothing but `noticeText` is ever kept there, under its own hash. */
function noticeFrom(text: string): ConsentNotice {
  return JSON.parse(text) as ConsentNotice;
}
