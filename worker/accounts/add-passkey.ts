import type { ChallengesRepository } from '#db/repositories/challenges.ts';
import {
  afterAdding,
  type ChangeFactorsContext,
  type Changer,
  changedMeanwhile,
  changeOf,
  type FactorAdded,
  factorsToChange,
  firstCodes,
} from '#worker/accounts/change-factors.ts';
import { CHALLENGE_TRIES, challengeIdOf, challengeOver, newChallenge } from '#worker/accounts/model/challenge-cookie.ts';
import type { MadeCredential, PasskeyMade, WebAuthn } from '#worker/accounts/model/webauthn.ts';
import type { PasskeyRequested } from '#worker/accounts/sign-in-by-passkey.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newSecret } from '#worker/kernel/secret.ts';
import { CHALLENGE_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

export interface AddPasskeyContext extends ChangeFactorsContext {
  readonly challenges: Pick<ChallengesRepository, 'begin' | 'find' | 'spend' | 'end'>;
  readonly webAuthn: WebAuthn;
}

/** More than anybody's devices; a list of them stays readable. */
const MOST_PASSKEYS = 20;

/** Asks the browser to make a passkey. */
export async function offerPasskey(context: AddPasskeyContext, actor: Member): Promise<PasskeyRequested> {
  const { now, publicUrl, challenges, webAuthn } = context;
  const { holder, passkeys } = await factorsToChange(context, actor);
  if (passkeys.length >= MOST_PASSKEYS) throw new DomainError('conflict', `You have ${MOST_PASSKEYS} passkeys. Remove one first.`);
  const challenge = newSecret();
  const { cookie, ...begun } = await newChallenge(publicUrl, now);
  await challenges.begin({ ...begun, kind: 'passkey-add', accountId: actor.accountId, challenge });
  return { options: await webAuthn.creationOptions({ challenge, holder, existing: passkeys }), cookie };
}

export interface PasskeyToAdd extends Changer {
  /** What the cookie `sign-in` holds. */
  readonly cookie: string | null;
  readonly credential: MadeCredential;
  readonly name: string;
}

/** Adds a passkey that the browser has made. */
export async function addPasskey(context: AddPasskeyContext, toAdd: PasskeyToAdd): Promise<FactorAdded> {
  const { publicUrl, factorChanges } = context;
  const { actor, name } = toAdd;
  const found = await factorsToChange(context, actor);
  const made = await readMade(context, toAdd);
  const codes = await firstCodes(context, found);
  const lines = [
    { kind: 'passkey-added', details: { name } } as const,
    ...(codes === null ? [] : [{ kind: 'codes-made', details: {} } as const]),
  ];
  const change = await changeOf(context, { found, changer: toAdd, mail: { kind: 'factor-added', factor: 'passkey' }, lines });
  if (!(await factorChanges.addPasskey({ ...change, codes: codes?.kept ?? null, passkey: { ...made, name } }))) throw changedMeanwhile();
  return { codes: codes?.shown ?? null, cookies: [...(await afterAdding(context, actor)), challengeOver(publicUrl)] };
}

/** What was signed is looked at once, whatever comes of it. */
async function readMade(context: AddPasskeyContext, { actor, cookie, credential }: PasskeyToAdd): Promise<PasskeyMade> {
  const { now, challenges, webAuthn } = context;
  const named = { id: (await challengeIdOf(cookie)) ?? '', kind: 'passkey-add', now } as const;
  const begun = await challenges.find(named);
  if (begun === null || begun.accountId !== actor.accountId) throw ranOut();
  if ((await challenges.spend({ ...named, challenge: begun.challenge, most: CHALLENGE_TRIES })) === null) throw ranOut();
  const made = await webAuthn.readMade(credential, begun.challenge);
  await challenges.end(named);
  if (made !== null) return made;
  const message = 'This passkey was not made for this page. Try again.';
  throw invalidField('credential', message);
}

function ranOut(): DomainError {
  return new DomainError('conflict', `This took longer than ${sayDuration(CHALLENGE_LASTS, 'en')}, or was sent twice. Begin again.`);
}
