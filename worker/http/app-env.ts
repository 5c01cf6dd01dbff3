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
  };
}
