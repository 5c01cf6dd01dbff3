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
import { matchingStep, newTotpSecret, readTotpCode, spelledSecret, totpLink } from '#worker/accounts/model/totp.ts';
import { WRONG_CODE } from '#worker/accounts/second-factor.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { CHALLENGE_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

export interface AddAppContext extends ChangeFactorsContext {
  readonly challenges: Pick<ChallengesRepository, 'begin' | 'find' | 'guess' | 'end'>;
  readonly totpSeal: Seal;
  readonly board: { readonly name: string };
}

/** What an app is given: as a picture holds it, and as it is typed. */
export interface AppOffered {
  readonly link: string;
  readonly secret: string;
  /** For `Set-Cookie`; null where the browser holds it already. */
  readonly cookie: string | null;
}

interface AppAsked {
  readonly actor: Member;
  /** What the cookie `sign-in` holds. */
  readonly cookie: string | null;
}

/** Offers a secret, which counts from its first code on. Asked again by the same browser within ten minutes, it is the same. */
export async function offerApp(context: AddAppContext, { actor, cookie }: AppAsked): Promise<AppOffered> {
  const { board, now, publicUrl, totpSeal, challenges } = context;
  const { holder, app } = await factorsToChange(context, actor);
  if (app !== null) throw hasOne();
  const shown = (secret: string) => ({
    link: totpLink(secret, { issuer: board.name, account: holder.email }),
    secret: spelledSecret(secret),
  });
  const offered = await secretOffered(context, { actor, cookie });
  if (offered !== null) return { ...shown(offered), cookie: null };
  const secret = newTotpSecret();
  const { cookie: begun, ...challenge } = await newChallenge(publicUrl, now);
  await challenges.begin({
    ...challenge,
    kind: 'totp-add',
    accountId: actor.accountId,
    challenge: await totpSeal.close(secret, actor.accountId),
  });
  return { ...shown(secret), cookie: begun };
}

async function secretOffered({ now, challenges, totpSeal }: AddAppContext, { actor, cookie }: AppAsked): Promise<string | null> {
  const id = await challengeIdOf(cookie);
  const begun = id === null ? null : await challenges.find({ id, kind: 'totp-add', now });
  if (begun?.accountId !== actor.accountId || begun.attempts >= CHALLENGE_TRIES) return null;
  return totpSeal.open(begun.challenge, actor.accountId);
}

export interface AppConfirmed extends Changer, AppAsked {
  readonly code: string;
}

/** Adds the app whose first code this is. */
export async function addApp(context: AddAppContext, confirmed: AppConfirmed): Promise<FactorAdded> {
  const { now, publicUrl, totpSeal, challenges, factors, factorChanges } = context;
  const { actor, cookie, code } = confirmed;
  const { accountId } = actor;
  const found = await factorsToChange(context, actor);
  if (found.app !== null) throw hasOne();
  const named = { id: (await challengeIdOf(cookie)) ?? '', kind: 'totp-add', now } as const;
  const begun = await challenges.guess(named, CHALLENGE_TRIES);
  const secret = begun?.accountId === accountId ? await totpSeal.open(begun.challenge, accountId) : null;
  if (secret === null)
    throw new DomainError(
      'conflict',
      `This took longer than ${sayDuration(CHALLENGE_LASTS, 'en')}, or too many tries. Begin again, with a new picture.`,
    );
  const read = readTotpCode(code);
  const step = read === null ? null : matchingStep(secret, { code: read, now });
  if (step === null) throw invalidField('code', WRONG_CODE);
  const codes = await firstCodes(context, found);
  const lines = [{ kind: 'app-added', details: {} } as const, ...(codes === null ? [] : [{ kind: 'codes-made', details: {} } as const])];
  const change = await changeOf(context, { found, changer: confirmed, mail: { kind: 'factor-added', factor: 'app' }, lines });
  if (!(await challenges.end(named))) throw changedMeanwhile();
  const sealed = await totpSeal.close(secret, accountId);
  if (!(await factorChanges.addApp({ ...change, codes: codes?.kept ?? null, secret: sealed }))) throw changedMeanwhile();
  await factors.useStep({ accountId, step, now });
  return { codes: codes?.shown ?? null, cookies: [...(await afterAdding(context, actor)), challengeOver(publicUrl)] };
}

function hasOne(): DomainError {
  return new DomainError('conflict', 'An app shows codes for this account already. Remove it first, then add another.');
}
