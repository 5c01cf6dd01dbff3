import type { ChallengeKind, ChallengesRepository } from '#db/repositories/challenges.ts';
import type { FactorsRepository } from '#db/repositories/factors.ts';
import { CHALLENGE_TRIES, challengeIdOf } from '#worker/accounts/model/challenge-cookie.ts';
import type { StoredPasskey } from '#worker/accounts/model/factors.ts';
import type { SignedCredential, WebAuthn } from '#worker/accounts/model/webauthn.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { base64url } from '#worker/kernel/hash.ts';
import { CHALLENGE_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

export interface ReadPasskeyContext {
  readonly now: number;
  readonly challenges: Pick<ChallengesRepository, 'find' | 'spend'>;
  readonly factors: Pick<FactorsRepository, 'passkey' | 'usePasskey'>;
  readonly webAuthn: Pick<WebAuthn, 'readSigned'>;
}

export interface PasskeyShown {
  readonly kind: ChallengeKind;
  /** What the cookie `sign-in` holds. */
  readonly cookie: string | null;
  readonly credential: SignedCredential;
  /** Whether the device must have asked for a PIN, a finger or a face: wherever no password stands beside it. */
  readonly verifiesUser: boolean;
}

/** Whose passkey signed the challenge of this browser. What was signed is looked at once, whatever comes of it. */
export async function readPasskey(
  context: ReadPasskeyContext,
  shown: PasskeyShown,
): Promise<{ readonly accountId: string; readonly challengeId: string }> {
  const { now, challenges, factors, webAuthn } = context;
  const { kind, cookie, credential, verifiesUser } = shown;
  const named = { id: (await challengeIdOf(cookie)) ?? '', kind, now } as const;
  const begun = await challenges.find(named);
  const spent = begun === null ? null : await challenges.spend({ ...named, challenge: begun.challenge, most: CHALLENGE_TRIES });
  if (begun === null || spent === null) throw ranOut();
  const passkey = await factors.passkey(credential.id);
  if (passkey === null || !isTheirs(passkey, { accountId: begun.accountId, credential })) throw doesNotFit();
  const counter = await webAuthn.readSigned(credential, { challenge: begun.challenge, passkey, verifiesUser });
  if (counter === null) throw doesNotFit();
  const used = { id: passkey.id, counter: { before: passkey.counter, after: counter }, now };
  if (!(await factors.usePasskey(used))) throw doesNotFit();
  return { accountId: passkey.accountId, challengeId: named.id };
}

interface Owner {
  /** Whose sign-in it is; null where the passkey says so. */
  readonly accountId: string | null;
  readonly credential: SignedCredential;
}

/** A passkey of another account fits nothing here, and one that says it belongs to another is none of ours. */
function isTheirs(passkey: StoredPasskey, { accountId, credential }: Owner): boolean {
  const { userHandle } = credential.response;
  const handle = base64url(new TextEncoder().encode(passkey.accountId).buffer);
  return (accountId === null || accountId === passkey.accountId) && (userHandle == null || userHandle === handle);
}

/** One sentence for a challenge that is over, was never given, or belongs to another browser. */
export function ranOut(): DomainError {
  const message = `This took longer than ${sayDuration(CHALLENGE_LASTS, 'en')}, or too many tries. Sign in again from the beginning.`;
  return new DomainError('unauthenticated', message);
}

function doesNotFit(): DomainError {
  const message =
    'This passkey does not fit. It has to be one that you added here, and your device has to ask for your PIN, finger or face. Try again, or go another way.';
  return invalidField('credential', message);
}
