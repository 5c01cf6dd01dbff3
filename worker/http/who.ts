import { ACTOR_KINDS, type ActorKind, ROLES } from '#worker/kernel/actor.ts';

/** Where a route's description says who may ask it: `worker/http/authorise.ts` holds everybody to it, before anything else happens. */
export const X_ACTORS = 'x-actors';

/** Who may ask a route: `createRoute({ ...who('seeker'), method: … })`. A route without it answers nobody. */
export function who(...kinds: readonly ActorKind[]): { readonly [X_ACTORS]: readonly ActorKind[] } {
  return { [X_ACTORS]: kinds };
}

/** Anybody, signed in or not. */
export const ANYONE = who(...ACTOR_KINDS);
/** Whoever is signed in, about themselves. */
export const MEMBERS = who(...ROLES);
/** Whoever has opened a link from a mail, signed in or not. */
export const LINK_HOLDERS = who('guest', ...ROLES);
