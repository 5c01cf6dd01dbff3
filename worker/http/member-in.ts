import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';
import { isMember, type Member } from '#worker/kernel/actor.ts';
import { signInFirst } from '#worker/kernel/errors.ts';

/** Whoever is signed in, in a route that only members may ask. */
export function memberIn(c: Context<AppEnv>): Member {
  const { actor } = c.var;
  if (!isMember(actor)) throw signInFirst();
  return actor;
}
