import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { accounts, mailSuppressions, passkeys, totpFactors } from '#db/schema/account-tables.ts';

export type OverviewRepository = ReturnType<typeof overviewRepository>;

export interface Looked {
  readonly accountId: string;
  /** Keyed hash of the address, as mails have it. */
  readonly recipient: string;
}

/** What an account's first page says. */
export function overviewRepository(db: Database) {
  return {
    find: (looked: Looked) => find(db, looked),
    keepSignal: (accountId: string, gpc: boolean) => keepSignal(db, accountId, gpc),
  };
}

async function find(db: Database, { accountId, recipient }: Looked) {
  const [[account], apps, keys, [suppression]] = await db.batch([
    db.select().from(accounts).where(eq(accounts.id, accountId)),
    db.select({ id: totpFactors.accountId }).from(totpFactors).where(eq(totpFactors.accountId, accountId)),
    db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.accountId, accountId)).limit(1),
    db.select().from(mailSuppressions).where(eq(mailSuppressions.recipient, recipient)),
  ]);
  if (account === undefined) return null;
  return { account, hasFactor: apps.length + keys.length > 0, mailFails: suppression?.reason ?? null };
}

/** Writes only where the account says otherwise. */
async function keepSignal(db: Database, accountId: string, gpc: boolean): Promise<void> {
  await db
    .update(accounts)
    .set({ gpc })
    .where(and(eq(accounts.id, accountId), ne(accounts.gpc, gpc)));
}
