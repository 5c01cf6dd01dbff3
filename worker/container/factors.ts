import type { Database } from '#db/client.ts';
import { challengesRepository } from '#db/repositories/challenges.ts';
import { codeGuessesRepository } from '#db/repositories/code-guesses.ts';
import { factorsRepository } from '#db/repositories/factors.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** What second factors need. */
export function factorParts(db: Database, { config: { secret }, clock }: Wiring) {
  const guesses = codeGuessesRepository(db);
  const keyed = async (purpose: string, text: string) => hexadecimal(await hmac(await derivedKey(secret, purpose), text));
  return {
    factors: factorsRepository(db),
    challenges: challengesRepository(db),
    totpSeal: sealFor(secret, 'totp'),
    hashRecoveryCode: (accountId: string, code: string) => keyed('recovery codes', `${accountId}/${code}`),
    countCodeGuess: async (accountId: string) => {
      if (!(await guesses.count(await keyed('code guesses', accountId), clock()))) throw new DomainError('too_many', TOO_MANY_GUESSES);
    },
    forgetCodeGuesses: async (accountId: string) => guesses.forget(await keyed('code guesses', accountId)),
  };
}

const TOO_MANY_GUESSES = 'There were too many wrong codes for this account. Wait half an hour, then try again with the newest code.';
