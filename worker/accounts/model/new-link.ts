import type { LinkKind } from '#worker/kernel/actor.ts';

/** The row of a link: never the token. */
export interface NewLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly accountId: string | null;
  readonly signUpId: string | null;
  readonly changeId: string | null;
  readonly subjectId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}
