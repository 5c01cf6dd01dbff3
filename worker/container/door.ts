import type { Database } from '#db/client.ts';
import { accountsRepository } from '#db/repositories/accounts.ts';
import { attemptsRepository } from '#db/repositories/attempts.ts';
import { linkTokensRepository } from '#db/repositories/link-tokens.ts';
import { networkKeysRepository } from '#db/repositories/network-keys.ts';
import { passwordsRepository } from '#db/repositories/passwords.ts';
import { signUpsRepository } from '#db/repositories/sign-ups.ts';
import { hashNetwork } from '#worker/accounts/hash-network.ts';
import type { GuessSubject } from '#worker/accounts/model/guess-limits.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';

/** What signing up, signing in and recovering are given. */
export function doorParts(db: Database, { config: { secret }, clock }: Wiring) {
  const networkKeys = networkKeysRepository(db);
  return {
    accounts: accountsRepository(db),
    signUps: signUpsRepository(db),
    passwords: passwordsRepository(db),
    attempts: attemptsRepository(db),
    linkTokens: linkTokensRepository(db),
    networkHash: (exact: string) => hashNetwork({ now: clock(), networkKeys }, exact),
    hashAttempt: async ({ kind, of }: GuessSubject) => hexadecimal(await hmac(await derivedKey(secret, 'guesses'), `${kind} ${of}`)),
  };
}
