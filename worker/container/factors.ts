import type { Database } from '#db/client.ts';
import { challengesRepository } from '#db/repositories/challenges.ts';
import { factorChangesRepository } from '#db/repositories/factor-changes.ts';
import { factorLossesRepository } from '#db/repositories/factor-losses.ts';
import { factorsRepository } from '#db/repositories/factors.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { webAuthn } from '#worker/container/webauthn.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** What second factors need. */
export function factorParts(db: Database, { config: { secret, publicUrl } }: Wiring) {
  const keyed = async (purpose: string, text: string) => hexadecimal(await hmac(await derivedKey(secret, purpose), text));
  return {
    factors: factorsRepository(db),
    factorChanges: factorChangesRepository(db),
    factorLosses: factorLossesRepository(db),
    challenges: challengesRepository(db),
    webAuthn: webAuthn({ publicUrl, board: board.name }),
    totpSeal: sealFor(secret, 'totp'),
    hashRecoveryCode: (accountId: string, code: string) => keyed('recovery codes', `${accountId}/${code}`),
  };
}
