import type { ChallengesRepository } from '#db/repositories/challenges.ts';
import { challengeOver, newChallenge } from '#worker/accounts/model/challenge-cookie.ts';
import type { SignedCredential, WebAuthn } from '#worker/accounts/model/webauthn.ts';
import { type ReadPasskeyContext, readPasskey } from '#worker/accounts/read-passkey.ts';
import { type RenewSessionContext, renewSession, type SessionRenewed } from '#worker/accounts/renew-session.ts';
import { factorsOf, type SecondFactorContext } from '#worker/accounts/second-factor.ts';
import type { PasskeyRequested } from '#worker/accounts/sign-in-by-passkey.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newSecret } from '#worker/kernel/secret.ts';

export interface ProveByPasskeyContext extends ReadPasskeyContext, RenewSessionContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly challenges: Pick<ChallengesRepository, 'begin' | 'find' | 'spend' | 'end'>;
  readonly factors: ReadPasskeyContext['factors'] & SecondFactorContext['factors'];
  readonly webAuthn: WebAuthn;
}

/** Gives whoever is signed in something to sign with a passkey of theirs. */
export async function requestProof(context: ProveByPasskeyContext, { accountId }: Member): Promise<PasskeyRequested> {
  const { now, publicUrl, challenges, webAuthn } = context;
  const { passkeys } = await factorsOf(context, accountId);
  if (passkeys.length === 0) throw new DomainError('conflict', 'You have no passkey here. Give your password instead.');
  const challenge = newSecret();
  const { cookie, ...begun } = await newChallenge(publicUrl, now);
  await challenges.begin({ ...begun, kind: 'passkey-prove', accountId, challenge });
  return { options: await webAuthn.requestOptions({ challenge, allowed: passkeys, verifiesUser: true }), cookie };
}

export interface ProofSigned {
  readonly actor: Member;
  readonly cookie: string | null;
  readonly credential: SignedCredential;
}

/** Takes a signature for proof that it is them. */
export async function proveByPasskey(context: ProveByPasskeyContext, { actor, cookie, credential }: ProofSigned): Promise<SessionRenewed> {
  const { now, publicUrl, challenges } = context;
  const kind = 'passkey-prove';
  const { accountId, challengeId } = await readPasskey(context, { kind, cookie, credential, verifiesUser: true });
  if (accountId !== actor.accountId || !(await challenges.end({ id: challengeId, kind, now }))) throw notTheirs();
  const { cookies } = await renewSession(context, { actor, proof: 'passkey' });
  return { cookies: [...cookies, challengeOver(publicUrl)] };
}

function notTheirs(): DomainError {
  return new DomainError('conflict', 'Somebody else is signed in by now. Look who it is, then repeat this.');
}
