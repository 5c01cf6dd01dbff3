import { desc, eq, ne } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { TO_NOBODY } from '#db/repositories/queue-mail.ts';
import { mails } from '#db/schema/account-tables.ts';

/** A mail as it lies in the outbox. */
export type StoredMail = typeof mails.$inferSelect;

/** The outbox, to read. */
export function mailsRepository(db: Database) {
  return {
    /** The newest first, without those that went to nobody. */
    newest: (limit: number): Promise<readonly StoredMail[]> =>
      db.select().from(mails).where(ne(mails.masked, TO_NOBODY)).orderBy(desc(mails.createdAt), desc(mails.id)).limit(limit),

    async byId(id: string): Promise<StoredMail | null> {
      const [found] = await db.select().from(mails).where(eq(mails.id, id));
      return found ?? null;
    },
  };
}
