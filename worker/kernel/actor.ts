/** Who may do something: each route and page names the kinds that may. */
export const ACTOR_KINDS = ['visitor', 'guest', 'seeker', 'employer', 'moderator', 'administrator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Whoever is signed in. */
export const ROLES = ['seeker', 'employer', 'moderator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
/** Those who see the data of others for the board. */
export const STAFF: readonly Role[] = ['moderator', 'administrator'];

export type Proof = 'password' | 'password-and-factor' | 'passkey' | 'persona';

/** A person in a session. */
export interface Member {
  readonly is: Role;
  readonly accountId: string;
  /** As the database has it: SHA-256 of what the cookie holds. */
  readonly sessionId: string;
  /** Names the session on the person's own page. */
  readonly handle: string;
  /** When, and by what, the person was last asked for proof. */
  readonly provenAt: number;
  readonly proof: Proof;
  /** Everything but storage is frozen. */
  readonly restricted: boolean;
  /** The board has suspended the account: it reads, takes a copy, objects and goes, and does nothing else. */
  readonly suspended: boolean;
}

/** What a link from a mail has opened in this browser. */
export const LINK_KINDS = [
  'confirm-sign-up',
  'reset-password',
  'confirm-address',
  'undo-address',
  'lost-factor',
  'confirm-post',
  'manage-post',
  'join-employer',
  'prove-domain',
  'confirm-relay',
  'notice',
  'decision',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Somebody without a session, but with a link that was opened. */
export interface Guest {
  readonly is: 'guest';
  readonly link: {
    readonly kind: LinkKind;
    /** As the database has it: SHA-256 of the token. */
    readonly tokenId: string;
    readonly accountId: string | null;
    readonly signUpId: string | null;
    readonly changeId: string | null;
    /** The post, invitation, proof, message, notice or statement that it is about. */
    readonly subjectId: string | null;
  };
}

/** Whoever sends a request. */
export type Actor = { readonly is: 'visitor' } | Guest | Member;

export function isMember(actor: Actor): actor is Member {
  return actor.is !== 'visitor' && actor.is !== 'guest';
}
