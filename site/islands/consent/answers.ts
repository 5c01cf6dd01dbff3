import type { OptionalService } from '#site/lib/consent-settings.ts';
import type { Decision } from '#worker/consent/model/consent-cookie.ts';
import type { Act } from '#worker/consent/model/consent-exchange.ts';

export type Answers = Readonly<Record<string, Decision['answer']>>;

export interface Wish {
  /** Those that were asked about. */
  readonly services: readonly OptionalService[];
  /** Ids of those that are wanted. */
  readonly wanted: readonly string[];
  /** Ids of those that were allowed before. */
  readonly granted: readonly string[];
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean;
  /** Whether the visitor confirmed a yes against it. */
  readonly confirmed: boolean;
}

/** One answer for each service. A yes against the browser's signal counts only if it was confirmed, now or before. */
export function answersTo(wish: Wish): Answers {
  return Object.fromEntries(wish.services.map((service) => [service.id, answerTo(service, wish)]));
}

function answerTo({ id, shares }: OptionalService, { wanted, granted, gpc, confirmed }: Wish): Decision['answer'] {
  if (!wanted.includes(id)) return 'no';
  if (!gpc || !shares) return 'yes';
  return confirmed || granted.includes(id) ? 'yes-despite-gpc' : 'no';
}

/** Whether a wish goes against the browser's signal and has not been confirmed. */
export function isToConfirm({ services, wanted, granted, gpc }: Wish): boolean {
  return gpc && services.some(({ id, shares }) => shares && wanted.includes(id) && !granted.includes(id));
}

/** A no to all, by somebody who had said yes to one of them, takes the yes back, whatever button said it. */
export function actOf(pressed: Act, { services, granted }: Wish, answers: Answers): Act {
  const refusesAll = services.every(({ id }) => answers[id] === 'no');
  return refusesAll && services.some(({ id }) => granted.includes(id)) ? 'withdraw' : pressed;
}
