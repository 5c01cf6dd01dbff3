import type { Database } from '#db/client.ts';
import { addressChangesRepository } from '#db/repositories/address-changes.ts';
import { settingsRepository } from '#db/repositories/settings.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** What people say of themselves, and how their address changes. */
export function settingsParts(db: Database, { config }: Wiring) {
  return {
    settings: settingsRepository(db),
    addressChanges: addressChangesRepository(db),
    addressSeal: sealFor(config.secret, 'address change'),
  };
}
