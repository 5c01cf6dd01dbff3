import { z } from 'zod';
import type { AccountBehind } from '#worker/accounts/model/session.ts';
import type { SessionView } from '#worker/accounts/model/session-view.ts';
import { type Actor, isMember, ROLES } from '#worker/kernel/actor.ts';

/** Answer of `GET /api/session`. */
export const sessionView = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('visitor') }),
    z.object({
      is: z.enum(ROLES),
      name: z.string().nullable(),
      email: z.string(),
      restricted: z.boolean().meta({ description: 'Everything but storage is frozen.' }),
      suspended: z.boolean().meta({ description: 'The board has suspended the account: it reads, takes a copy, objects and goes.' }),
      proof: z.enum(['password', 'password-and-factor', 'passkey', 'persona']),
    }),
  ])
  .meta({ id: 'Session' });

/** Whoever has only opened a link is nobody yet. */
export function sessionViewOf({ actor, account }: { readonly actor: Actor; readonly account: AccountBehind | null }): SessionView {
  if (!isMember(actor) || account === null) return { is: 'visitor' };
  const { is, restricted, suspended, proof } = actor;
  return { is, name: account.name, email: account.email, restricted, suspended, proof };
}
