import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { auditActors } from '#db/schema/moderation-tables.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { newId } from '#worker/kernel/random.ts';

/** Somebody who works for the board, in the role of their session. */
export type AtWork = Pick<Member, 'is' | 'accountId'>;

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

    /** For the batch of an act: breaks off where its person lost the role, was suspended or froze the account since the request came in. */
    atWorkStatement: (staff: AtWork): Statement => orNothing(db, isAtWork(staff)),
    isAtWork: async (staff: AtWork): Promise<boolean> => (await db.all(sql`select 1 where ${isAtWork(staff)}`)).length > 0,
  };
}

function isAtWork({ is, accountId }: AtWork): SQL {
  return sql`exists (
    select 1 from accounts where id = ${accountId} and role = ${is} and suspended_at is null and restricted_at is null)`;
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
