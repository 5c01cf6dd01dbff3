import type { ChallengesRepository } from '#db/repositories/challenges.ts';
import { challengeIdOf, challengeOver, newChallenge } from '#worker/accounts/model/challenge-cookie.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { CredentialOptions, SignedCredential, WebAuthn } from '#worker/accounts/model/webauthn.ts';
import { type ReadPasskeyContext, ranOut, readPasskey } from '#worker/accounts/read-passkey.ts';
import { factorsOf, type SecondFactorContext } from '#worker/accounts/second-factor.ts';
import { type SessionStarted, type StartSessionContext, startSession } from '#worker/accounts/start-session.ts';
import type { Proof } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newSecret } from '#worker/kernel/secret.ts';

export interface SignInByPasskeyContext extends ReadPasskeyContext, StartSessionContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly challenges: Pick<ChallengesRepository, 'begin' | 'find' | 'renew' | 'spend' | 'end'>;
  readonly factors: ReadPasskeyContext['factors'] & SecondFactorContext['factors'];
  readonly webAuthn: WebAuthn;
}

/** Instead of address and password, or after them. */
export const PASSKEY_STEPS = ['first', 'second'] as const;
export type PasskeyStep = (typeof PASSKEY_STEPS)[number];

const KINDS = { first: 'passkey-sign-in', second: 'second-factor' } as const;
const PROOFS: Readonly<Record<PasskeyStep, Proof>> = { first: 'passkey', second: 'password-and-factor' };

export interface PasskeyAsked {
  readonly step: PasskeyStep;
  /** What the cookie `sign-in` holds. */
  readonly cookie: string | null;
}

export interface PasskeyRequested {
  readonly options: CredentialOptions;
  /** For `Set-Cookie`; null where the browser holds it already. */
  readonly cookie: string | null;
}

/** Gives the browser something to sign. */
export function requestPasskey(context: SignInByPasskeyContext, { step, cookie }: PasskeyAsked): Promise<PasskeyRequested> {
  return step === 'first' ? requestFirst(context) : requestSecond(context, cookie);
}

/** Whoever has a passkey here says so by it: nobody learns who has one. */
async function requestFirst({ now, publicUrl, challenges, webAuthn }: SignInByPasskeyContext): Promise<PasskeyRequested> {
  const challenge = newSecret();
  const { cookie, ...begun } = await newChallenge(publicUrl, now);
  await challenges.begin({ ...begun, kind: 'passkey-sign-in', accountId: null, challenge });
  return { options: await webAuthn.requestOptions({ challenge, allowed: null, verifiesUser: true }), cookie };
}

async function requestSecond(context: SignInByPasskeyContext, cookie: string | null): Promise<PasskeyRequested> {
  const { now, challenges, webAuthn } = context;
  const challenge = newSecret();
  const begun = await challenges.renew({ id: (await challengeIdOf(cookie)) ?? '', kind: 'second-factor', now }, challenge);
  if (begun === null || begun.accountId === null) throw ranOut();
  const { passkeys } = await factorsOf(context, begun.accountId);
  if (passkeys.length === 0) throw new DomainError('conflict', 'This account has no passkey. Take a code instead.');
  return { options: await webAuthn.requestOptions({ challenge, allowed: passkeys, verifiesUser: false }), cookie: null };
}

export interface SignedBy extends PasskeyAsked {
  readonly credential: SignedCredential;
  readonly visit: Visit;
}

/** Signs in whoever has signed: alone only where the device asked for PIN, finger or face, which makes two factors of one. */
export async function signInByPasskey(
  context: SignInByPasskeyContext,
  { step, cookie, credential, visit }: SignedBy,
): Promise<SessionStarted> {
  const { now, publicUrl, challenges } = context;
  const kind = KINDS[step];
  const { accountId, challengeId } = await readPasskey(context, { kind, cookie, credential, verifiesUser: step === 'first' });
  // Read before the end, which another password would have brought already: nobody is signed in by one that they did not give.
  const { holder } = await factorsOf(context, accountId);
  if (!(await challenges.end({ id: challengeId, kind, now }))) throw ranOut();
  const { cookies } = await startSession(context, { account: holder, proof: PROOFS[step], visit });
  return { cookies: [...cookies, challengeOver(publicUrl)] };
}
