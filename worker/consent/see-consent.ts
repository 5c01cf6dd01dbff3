import type { Board } from '#worker/board/model/board.ts';
import { readConsentCookie, weighConsent } from '#worker/consent/model/consent-cookie.ts';
import type { ConsentSeen } from '#worker/consent/model/consent-exchange.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { hashNotice } from '#worker/consent/model/notice-hash.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

export interface SeeConsentContext {
  readonly now: number;
  readonly board: Board;
  readonly language: string;
}

/** What a browser's own cookie and signal allow now. Asks no database. */
export async function seeConsent(
  { now, board, language }: SeeConsentContext,
  { cookie, gpc, signedIn }: { readonly cookie: string | null; readonly gpc: boolean; readonly signedIn: boolean },
): Promise<ConsentSeen> {
  const read = cookie === null ? null : readConsentCookie(cookie);
  const { granted, open, refusedBySignal } = weighConsent({ cookie: read, services: servicesOf(board), gpc, now });
  return { gpc, signedIn, notice: await hashNotice(noticeOf(board, language)), granted, open, refusedBySignal };
}
