import type { Database } from '#db/client.ts';
import { ERASED_CATEGORIES, KEPT_AFTER_ERASURE, PURPOSES_OF_ACCOUNTS } from '#db/data-map-accounts.ts';
import { erasuresRepository } from '#db/repositories/erasures.ts';
import { factsRepository } from '#db/repositories/facts.ts';
import { inactiveAccountsRepository } from '#db/repositories/inactive-accounts.ts';
import { networkKeysRepository } from '#db/repositories/network-keys.ts';
import { objectionsRepository } from '#db/repositories/objections.ts';
import { restrictionsRepository } from '#db/repositories/restrictions.ts';
import { checkOwnPassword, type PasswordGiven } from '#worker/accounts/check-own-password.ts';
import { makeKeyAhead } from '#worker/accounts/hash-network.ts';
import type { accountParts, Wiring } from '#worker/container/accounts.ts';
import { archiveSubjects } from '#worker/privacy/archive-subject.ts';

/** The day until which the list of deletions was gone through: a database that is restored says an earlier one. */
const REPLAYED = 'erasures-replayed';

interface PrivacyWiring extends Wiring {
  readonly doors: ReturnType<typeof accountParts>;
}

/** What people ask of the board about their data. */
export function privacyParts(db: Database, { config: { secret }, clock, doors }: PrivacyWiring) {
  const facts = factsRepository(db);
  return {
    restrictions: restrictionsRepository(db),
    objections: objectionsRepository(db),
    purposesOfAccounts: PURPOSES_OF_ACCOUNTS,
    mappedErasure: { erased: ERASED_CATEGORIES, kept: KEPT_AFTER_ERASURE },
    checkOwnPassword: (given: PasswordGiven) => checkOwnPassword({ ...doors, now: clock() }, given),
    erasures: erasuresRepository(db),
    inactiveAccounts: inactiveAccountsRepository(db),
    archiveSubject: archiveSubjects(secret),
    replayedUntil: { read: () => facts.read(REPLAYED), write: (day: string) => facts.write(REPLAYED, day) },
    makeNetworkKey: () => makeKeyAhead({ now: clock(), networkKeys: networkKeysRepository(db) }),
  };
}
