import type { ChallengesRepository } from '#db/repositories/challenges.ts';
import type { KnownBrowsersRepository } from '#db/repositories/known-browsers.ts';
import { CHALLENGE_TRIES, challengeIdOf, challengeOver } from '#worker/accounts/model/challenge-cookie.ts';
import { type Factors, type SecondStep, waysOf } from '#worker/accounts/model/factors.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { ranOut } from '#worker/accounts/read-passkey.ts';
import { factorsOf, type SecondFactorContext, verifyCode } from '#worker/accounts/second-factor.ts';
import { type SessionStarted, type StartSessionContext, startSession } from '#worker/accounts/start-session.ts';
import { STAFF } from '#worker/kernel/actor.ts';

export interface SecondStepContext extends SecondFactorContext, StartSessionContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly challenges: Pick<ChallengesRepository, 'find' | 'guess' | 'end'>;
  readonly knownBrowsers: KnownBrowsersRepository;
}

export interface SecondStepOpen {
  readonly ways: readonly SecondStep[];
  /** Whether a lost factor can fall after a wait: not for staff. */
  readonly canBeLost: boolean;
  /** When a factor that was said to be lost falls. */
  readonly liftsAt: number | null;
}

/** What the second step of this browser's sign-in can be done with. */
export async function secondStep(
  context: Pick<SecondStepContext, 'now' | 'challenges' | 'factors'>,
  cookie: string | null,
): Promise<SecondStepOpen> {
  const found = await holderBehind(context, cookie);
  return { ways: waysOf(found), canBeLost: !STAFF.includes(found.holder.role), liftsAt: found.liftsAt };
}

/** Whose password was right in this browser, some minutes ago. */
export async function holderBehind(
  context: Pick<SecondStepContext, 'now' | 'challenges' | 'factors'>,
  cookie: string | null,
): Promise<Factors> {
  const { now, challenges } = context;
  const begun = await challenges.find({ id: (await challengeIdOf(cookie)) ?? '', kind: 'second-factor', now });
  if (begun === null || begun.accountId === null) throw ranOut();
  return factorsOf(context, begun.accountId);
}

export interface CodeTyped {
  /** What the cookie `sign-in` holds. */
  readonly cookie: string | null;
  readonly visit: Visit;
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

/** Signs in whoever gave the right password before, and now a code. */
export async function signInByCode(context: SecondStepContext, { cookie, visit, code, recoveryCode }: CodeTyped): Promise<SessionStarted> {
  const { now, publicUrl, challenges } = context;
  const named = { id: (await challengeIdOf(cookie)) ?? '', kind: 'second-factor', now } as const;
  const begun = await challenges.guess(named, CHALLENGE_TRIES);
  if (begun === null || begun.accountId === null) throw ranOut();
  await verifyCode(context, { accountId: begun.accountId, visit, code, recoveryCode });
  // Read before the end, which another password would have brought already: nobody is signed in by one that they did not give.
  const { holder } = await factorsOf(context, begun.accountId);
  if (!(await challenges.end(named))) throw ranOut();
  const { cookies } = await startSession(context, { account: holder, proof: 'password-and-factor', visit });
  return { cookies: [...cookies, challengeOver(publicUrl)] };
}
