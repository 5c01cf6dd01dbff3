import type { Actor } from '#worker/kernel/actor.ts';
import { isMember } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** The sentence that whoever has frozen an account reads where something would be written. */
export const FROZEN_SENTENCE = 'Your account is frozen: everything is kept as it is. End the freeze on the privacy page first.';

/** The sentence that whoever is suspended reads there. */
export const SUSPENDED_SENTENCE =
  'Your account is suspended. The decision with its reasons stands under “Decisions”; you can object to it there, and still take a copy or delete the account.';

/**
 * Refuses every write of somebody whose account is restricted (GDPR 18) or suspended by the board, but what ends a session, copies, objects,
 * lifts the restriction or deletes. Whoever is not signed in has no account that could be so.
 */
export function requireUnfrozen(actor: Actor): void {
  if (isMember(actor) && actor.suspended) throw new DomainError('forbidden', SUSPENDED_SENTENCE);
  requireNotFrozen(actor);
}

/** For what whoever is suspended may still do: objecting. */
export function requireNotFrozen(actor: Actor): void {
  if (isMember(actor) && actor.restricted) throw new DomainError('forbidden', FROZEN_SENTENCE);
}
