import type { Proof, Role } from '#worker/kernel/actor.ts';

/** Answer of `GET /api/session`: who is signed in in this browser. */
export type SessionView =
  | { readonly is: 'visitor' }
  | {
      readonly is: Role;
      /** Null until it was first needed. */
      readonly name: string | null;
      readonly email: string;
      readonly restricted: boolean;
      /** By the board, with a decision that says why. */
      readonly suspended: boolean;
      /** By what the person signed in. */
      readonly proof: Proof;
    };
