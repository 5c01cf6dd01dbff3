import { ACTS, type Act, SURFACES, type Surface } from '#worker/consent/model/consent-exchange.ts';
import { newId } from '#worker/kernel/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A random key whose first letter says which act it was, and where: an act that could not be sent is sent again as what it was, and the
 * cookie needs no more room for it.
 */
export function actKey(act: Act, surface: Surface): string {
  return `${LETTERS[ACTS.indexOf(act) * SURFACES.length + SURFACES.indexOf(surface)]}${newId().slice(1)}`;
}

/** Null for a key that no page of ours made. */
export function readActKey(key: string): { readonly act: Act; readonly surface: Surface } | null {
  const place = LETTERS.indexOf(key.charAt(0));
  const act = ACTS[Math.floor(place / SURFACES.length)];
  const surface = SURFACES[place % SURFACES.length];
  return act === undefined || surface === undefined ? null : { act, surface };
}
