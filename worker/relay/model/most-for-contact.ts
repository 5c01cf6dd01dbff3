import { DomainError } from '#worker/kernel/errors.ts';

/**
 * How many messages may wait for one contact. Confirmed: more than a mailbox is handed in a day wait already, and nobody fills up the days after. What
 * nobody stands for yet keeps none of them out.
 */
export const MOST_FOR_CONTACT = { confirmed: 40, unconfirmed: 400 } as const;

export function tooManyForContact(): DomainError {
  return new DomainError('too_many', 'relay.contact-full');
}
