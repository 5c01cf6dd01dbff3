import type { CountersRepository } from '#db/repositories/counters.ts';
import type { Board } from '#worker/board/model/board.ts';
import { readConsentCookie, weighConsent } from '#worker/consent/model/consent-cookie.ts';
import type { CountedUse } from '#worker/insights/model/counted-use.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

export interface CountUseContext {
  readonly now: number;
  readonly board: Board;
  readonly counters: CountersRepository;
}

export interface Counted {
  readonly use: CountedUse;
  /** ISO 3166-1 alpha-2, or `unknown`. */
  readonly country: string;
  /** The cookie `consent` of the request, as it came. */
  readonly cookie: string | null;
}

/** Adds one to a total of the day, for somebody who said yes to it. Nothing else of the request is kept. */
export async function countUse({ now, board, counters }: CountUseContext, { use, country, cookie }: Counted): Promise<void> {
  // Global Privacy Control is about selling and sharing: here nobody else gets anything.
  const choice = cookie === null ? null : readConsentCookie(cookie);
  const { granted } = weighConsent({ cookie: choice, services: servicesOf(board), gpc: false, now });
  if (!granted.includes('counters')) {
    throw new DomainError('forbidden', 'Nothing was counted: that needs a yes to our own counters, and /cookies/choices takes it.');
  }
  await counters.add({ day: utcDay(now), page: use.page, feature: use.feature ?? '', country });
}
