import type { MailKind } from '#worker/mail/model/mail-facts.ts';

/** Mails that a stranger may cause at somebody's address: they count against the budgets of address and network. */
export const UNASKED: ReadonlySet<MailKind> = new Set([
  'confirm-sign-up',
  'remind-sign-up',
  'known-sign-up',
  'reset-password',
  'reset-blocked',
  'confirm-address',
  'known-address',
  'lost-factor',
  'join-employer',
  'prove-domain',
  'notice-received',
  'confirm-relay',
  'relay-message',
  'confirm-post',
  'lost-posts',
]);
