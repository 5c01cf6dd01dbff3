import type { Actor } from '#worker/kernel/actor.ts';
import { isMember } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** The sentence that whoever has frozen an account reads where something would be written. */
export const FROZEN_SENTENCE = 'Your account is frozen: everything is kept as it is. End the freeze on the privacy page first.';

/**
 * Refuses every write of somebody whose account is restricted (GDPR 18), but what ends a session, copies, lifts the restriction or
 * deletes. Whoever is not signed in has no account that could be frozen.
 */
export function requireUnfrozen(actor: Actor): void {
  if (isMember(actor) && actor.restricted) throw new DomainError('forbidden', FROZEN_SENTENCE);
}
