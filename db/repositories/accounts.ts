import { eq, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { accounts } from '#db/schema/account-tables.ts';

export type AccountRow = typeof accounts.$inferSelect;
export type AccountsRepository = ReturnType<typeof accountsRepository>;

/** Confirmed accounts. */
export function accountsRepository(db: Database) {
  return {
    byId: (id: string) => findOne(db, eq(accounts.id, id)),
    /** By the address as it is compared. */
    byEmailKey: (emailKey: string) => findOne(db, eq(accounts.emailKey, emailKey)),
  };
}

async function findOne(db: Database, where: SQL): Promise<AccountRow | null> {
  const [found] = await db.select().from(accounts).where(where);
  return found ?? null;
}
