import { and, eq, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { accounts, knownBrowsers } from '#db/schema/account-tables.ts';

export type AccountRow = typeof accounts.$inferSelect;
export type AccountsRepository = ReturnType<typeof accountsRepository>;

/** Somebody at the door. */
export interface Knock {
  readonly emailKey: string;
  /** SHA-256 of the browser's cookie; null without one. */
  readonly browserId: string | null;
}

export interface Knocked {
  /** Null where no account has that address. */
  readonly account: AccountRow | null;
  /** Whether that browser has signed in to that account before. */
  readonly isKnownBrowser: boolean;
}

/** Confirmed accounts. */
export function accountsRepository(db: Database) {
  return {
    byId: (id: string) => findOne(db, eq(accounts.id, id)),
    /** By the address as it is compared. */
    byEmailKey: (emailKey: string) => findOne(db, eq(accounts.emailKey, emailKey)),
    knock: (knock: Knock) => answerKnock(db, knock),
  };
}

async function findOne(db: Database, where: SQL): Promise<AccountRow | null> {
  const [found] = await db.select().from(accounts).where(where);
  return found ?? null;
}

/** One round trip, and the same statements for every address. */
async function answerKnock(db: Database, { emailKey, browserId }: Knock): Promise<Knocked> {
  const [[account], browsers] = await db.batch([
    db.select().from(accounts).where(eq(accounts.emailKey, emailKey)),
    db
      .select({ id: knownBrowsers.id })
      .from(knownBrowsers)
      .innerJoin(accounts, eq(knownBrowsers.accountId, accounts.id))
      .where(and(eq(knownBrowsers.id, browserId ?? ''), eq(accounts.emailKey, emailKey))),
  ]);
  return { account: account ?? null, isKnownBrowser: browsers.length > 0 };
}
