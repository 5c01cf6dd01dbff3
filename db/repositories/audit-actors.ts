import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { auditActors } from '#db/schema/moderation-tables.ts';
import { newId } from '#worker/kernel/random.ts';

export type AuditActorsRepository = ReturnType<typeof auditActorsRepository>;

/** Whose pseudonym is whose in the log of what staff did: the one table that says it, and each row of it can be erased. */
export function auditActorsRepository(db: Database) {
  return {
    pseudonymOf: (accountId: string, now: number) => pseudonymOf(db, { accountId, now }),

    /** The account behind a pseudonym; null where the account is gone. */
    async accountOf(pseudonym: string): Promise<string | null> {
      const [row] = await db.select().from(auditActors).where(eq(auditActors.pseudonym, pseudonym));
      return row?.accountId ?? null;
    },
  };
}

/** The same each time; made when it is asked for first. Two who ask at once get one. */
async function pseudonymOf(db: Database, { accountId, now }: { readonly accountId: string; readonly now: number }): Promise<string> {
  const own = db.select({ pseudonym: auditActors.pseudonym }).from(auditActors).where(eq(auditActors.accountId, accountId));
  const [known] = await own;
  if (known !== undefined) return known.pseudonym;
  const pseudonym = newId();
  const [, [made]] = await db.batch([
    db.run(sql`
      insert into audit_actors (pseudonym, account_id, created_at) select ${pseudonym}, id, ${now} from accounts
      where id = ${accountId} and not exists (select 1 from audit_actors where account_id = ${accountId})`),
    own,
  ]);
  // Whose account went this very moment has no row; the line stays, and says nobody.
  return made?.pseudonym ?? pseudonym;
}
