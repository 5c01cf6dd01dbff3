import type { ChallengesRepository } from '#db/repositories/challenges.ts';
import { newChallenge } from '#worker/accounts/model/challenge-cookie.ts';
import { type SecondStep, waysOf } from '#worker/accounts/model/factors.ts';
import { factorsOf, type SecondFactorContext } from '#worker/accounts/second-factor.ts';

export interface BeginSecondStepContext extends Pick<SecondFactorContext, 'now' | 'factors'> {
  readonly publicUrl: string;
  readonly challenges: Pick<ChallengesRepository, 'begin'>;
}

export interface SecondStepBegun {
  /** For `Set-Cookie`: ties the second step to this browser. */
  readonly cookie: string;
  /** What it can be done with. */
  readonly ways: readonly SecondStep[];
}

/** After the right password of an account that has a factor: nobody is signed in yet. */
export async function beginSecondStep(
  { now, publicUrl, challenges, factors }: BeginSecondStepContext,
  { accountId }: { readonly accountId: string },
): Promise<SecondStepBegun> {
  const ways = waysOf(await factorsOf({ factors }, accountId));
  const { cookie, ...begun } = await newChallenge(publicUrl, now);
  await challenges.begin({ ...begun, kind: 'second-factor', accountId, challenge: '' });
  return { cookie, ways };
}
