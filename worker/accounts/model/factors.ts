import type { Role } from '#worker/kernel/actor.ts';

/** A passkey as the database has it. */
export interface StoredPasskey {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
  readonly usedAt: number | null;
}

/** Whose factors they are: what the mails and rules about them need. */
export interface FactorHolder {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** All that stands beside an account's password. */
export interface Factors {
  readonly holder: FactorHolder;
  /** The app that shows codes; its secret is sealed. */
  readonly app: { readonly secret: string; readonly createdAt: number } | null;
  /** Recovery codes that were not used yet. */
  readonly codesLeft: number;
  /** The oldest first. */
  readonly passkeys: readonly StoredPasskey[];
  /** A second factor that was said to be lost, and the moment it falls. */
  readonly liftsAt: number | null;
}

/** How a sign-in can be finished. */
export const SECOND_STEPS = ['app', 'passkey', 'recovery-code'] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** How many factors an account has; recovery codes stand in for one and are none. */
export function countFactors({ app, passkeys }: Pick<Factors, 'app' | 'passkeys'>): number {
  return passkeys.length + (app === null ? 0 : 1);
}

/** What a second step can be done with. */
export function waysOf({ app, passkeys, codesLeft }: Pick<Factors, 'app' | 'passkeys' | 'codesLeft'>): readonly SecondStep[] {
  const ways = { app: app !== null, passkey: passkeys.length > 0, 'recovery-code': codesLeft > 0 };
  return SECOND_STEPS.filter((way) => ways[way]);
}
