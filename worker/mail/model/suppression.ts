import type { MailKind } from '#worker/mail/model/mail-facts.ts';

export type Suppression = 'bounce' | 'complaint';

/**
 * What is sent to an address whose mail came back, all the same: what its person is waiting for at that moment, for a mailbox may be
 * mended and nothing else lets them in; and what protects them or is owed to them.
 */
const IN_SPITE_OF_BOUNCES: ReadonlySet<string> = new Set<MailKind>([
  'confirm-sign-up',
  'reset-password',
  'confirm-address',
  'lost-factor',
  'lost-factor-waiting',
  'address-changed',
  'inactivity-warning',
  'deletion-receipt',
]);

/** By subscription: somebody who complained gets none of these, whatever was switched on. */
const BY_SUBSCRIPTION: ReadonlySet<string> = new Set<MailKind>(['news']);

/** Whether a mail is not sent because of what its address is known for. */
export function isSuppressed(kind: string, reason: Suppression): boolean {
  return reason === 'bounce' ? !IN_SPITE_OF_BOUNCES.has(kind) : BY_SUBSCRIPTION.has(kind);
}
