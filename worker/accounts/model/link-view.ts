import type { LinkKind } from '#worker/kernel/actor.ts';

/** Answer of `GET /api/links/opened`. The address is there for whoever reads its mailbox, so that password managers know whose it is. */
export type LinkView =
  | { readonly kind: 'confirm-sign-up'; readonly email: string; readonly role: 'seeker' | 'employer' }
  | {
      readonly kind: 'reset-password';
      readonly email: string;
      /** Whether a code of the second factor is needed, too. */
      readonly asksFactor: boolean;
      /** ISO 8601: until when a mail alone sets no new password; null where it does. */
      readonly blockedUntil: string | null;
    }
  | { readonly kind: Exclude<LinkKind, 'confirm-sign-up' | 'reset-password'> };
