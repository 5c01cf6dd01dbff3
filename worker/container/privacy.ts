import type { Database } from '#db/client.ts';
import { erasuresRepository } from '#db/repositories/erasures.ts';
import { factsRepository } from '#db/repositories/facts.ts';
import { inactiveAccountsRepository } from '#db/repositories/inactive-accounts.ts';
import { networkKeysRepository } from '#db/repositories/network-keys.ts';
import { makeKeyAhead } from '#worker/accounts/hash-network.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';

/** The day until which the list of deletions was gone through: a database that is restored says an earlier one. */
const REPLAYED = 'erasures-replayed';

/** What ends accounts. */
export function privacyParts(db: Database, { config: { secret }, clock }: Wiring) {
  const facts = factsRepository(db);
  return {
    erasures: erasuresRepository(db),
    inactiveAccounts: inactiveAccountsRepository(db),
    archiveSubject: async (emailKey: string) => hexadecimal(await hmac(await derivedKey(secret, 'erasure archive'), emailKey)),
    replayedUntil: { read: () => facts.read(REPLAYED), write: (day: string) => facts.write(REPLAYED, day) },
    makeNetworkKey: () => makeKeyAhead({ now: clock(), networkKeys: networkKeysRepository(db) }),
  };
}
