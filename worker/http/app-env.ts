import type { AccountBehind, OpenedLink } from '#worker/accounts/model/session.ts';
import type { Container } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import type { Actor } from '#worker/kernel/actor.ts';

/** What every route finds in its context. */
export interface AppEnv {
  readonly Bindings: Env;
  readonly Variables: {
    readonly container: Container;
    /** Whoever sends the request. */
    readonly actor: Actor;
    /** Whose session it is; null for whoever is not signed in. */
    readonly account: AccountBehind | null;
    /** What a link from a mail has opened in this browser, also of somebody signed in. */
    readonly link: OpenedLink | null;
  };
}
