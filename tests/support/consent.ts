import { board } from '#worker/board/model/this-board.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { hashNotice } from '#worker/consent/model/notice-hash.ts';
import { newId } from '#worker/kernel/random.ts';

/** "Accept all" in the banner, with whatever the test cares about said otherwise. */
export async function anAct(said: Partial<ConsentAct> = {}): Promise<ConsentAct> {
  const notice = await hashNotice(noticeOf(board, 'en'));
  return { key: newId(), act: 'accept_all', surface: 'banner', method: 'click', notice, answers: { counters: 'yes' }, ...said };
}

export const REJECTED = { act: 'reject_all', answers: { counters: 'no' } } as const;
