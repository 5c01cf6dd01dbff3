import { desc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { disclosures } from '#db/schema/moderation-tables.ts';

export type DisclosureRow = typeof disclosures.$inferSelect;

export type DisclosuresRepository = ReturnType<typeof disclosuresRepository>;

/** What was handed over because the law demanded it. */
export function disclosuresRepository(db: Database) {
  return {
    /** The newest first, each with the address of the account that it is about, while there is one. */
    newest: (limit: number) =>
      db
        .select({ disclosure: disclosures, email: accounts.email })
        .from(disclosures)
        .leftJoin(accounts, eq(accounts.id, disclosures.accountId))
        .orderBy(desc(disclosures.at), desc(disclosures.id))
        .limit(limit),
    recordStatements: (row: DisclosureRow): readonly Statement[] => [db.insert(disclosures).values(row)],
  };
}
