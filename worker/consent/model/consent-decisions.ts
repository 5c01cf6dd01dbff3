import { type ConsentCookie, type Decision, lapsesAt } from '#worker/consent/model/consent-cookie.ts';
import type { ConsentRecord } from '#worker/consent/model/consent-record.ts';
import type { Service } from '#worker/promises/model/services.ts';

/** What a record says, as the cookie says it. A shared service that was granted while the signal was on, was granted despite it. */
export function decisionsOf(
  { granted, refused, gpc, givenAt: at }: Pick<ConsentRecord, 'granted' | 'refused' | 'gpc' | 'givenAt'>,
  services: readonly Service[],
): readonly Decision[] {
  const isShared = (id: string) => services.some((service) => service.id === id && service.shares);
  const yes = granted
    .map(serviceOf)
    .map((said) => ({ ...said, answer: gpc && isShared(said.service) ? 'yes-despite-gpc' : 'yes', at }) as const);
  return [...yes, ...refused.map(serviceOf).map((said) => ({ ...said, answer: 'no', at }) as const)];
}

/** `counters:1` */
export function serviceKey({ id, revision }: { readonly id: string; readonly revision: number }): string {
  return `${id}:${revision}`;
}

function serviceOf(key: string): { readonly service: string; readonly revision: number } {
  const [service = '', revision] = key.split(':');
  return { service, revision: Number(revision) };
}

export interface Merging {
  /** What the browser sent along. */
  readonly before: ConsentCookie | null;
  readonly decisions: readonly Decision[];
  readonly version: number;
  /** The act's key. */
  readonly key: string;
  /** It was made a while ago and could not be sent then. */
  readonly isDelayed: boolean;
  readonly services: readonly Service[];
  readonly now: number;
}

/**
 * The cookie after an act. What it does not answer stays as it was. An act that arrives late gives way to what another tab chose since;
 * one that is made now never does, whatever the browser's clock says.
 */
export function mergeCookie({ before, decisions, version, key, isDelayed, services, now }: Merging): ConsentCookie {
  const others = isDelayed && before?.unsent !== key ? before : null;
  const isLater = ({ service, at }: Decision) => others?.decisions.some((said) => said.service === service && said.at > at) ?? false;
  const said = decisions.filter((decision) => !isLater(decision));
  const left = (before?.decisions ?? []).filter(({ service }) => !said.some((one) => one.service === service));
  const known = [...said, ...left].filter(({ service }) => services.some(({ id }) => id === service));
  return { version, unsent: others?.unsent ?? null, decisions: known.filter((decision) => lapsesAt(decision) > now) };
}

/** When the last of some decisions stops counting. */
export function lastLapse(decisions: readonly Decision[]): number {
  return Math.max(0, ...decisions.map(lapsesAt));
}
