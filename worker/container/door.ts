import type { Database } from '#db/client.ts';
import { accountsRepository } from '#db/repositories/accounts.ts';
import { linkTokensRepository } from '#db/repositories/link-tokens.ts';
import { networkKeysRepository } from '#db/repositories/network-keys.ts';
import { hashNetwork } from '#worker/accounts/hash-network.ts';
import type { Wiring } from '#worker/container/accounts.ts';

/** What signing up, signing in and recovering are given. */
export function doorParts(db: Database, { clock }: Wiring) {
  const networkKeys = networkKeysRepository(db);
  return {
    accounts: accountsRepository(db),
    linkTokens: linkTokensRepository(db),
    networkHash: (exact: string) => hashNetwork({ now: clock(), networkKeys }, exact),
  };
}
