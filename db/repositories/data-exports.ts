import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { dataExports } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { StoredCopy } from '#worker/privacy/model/copy-view.ts';

interface Kept {
  readonly copy: StoredCopy;
  /** Nothing is kept where another copy of this account was made after this moment. */
  readonly noneSince: number;
  readonly line: ActivityLine;
  readonly mail: PreparedMail;
}

interface Own {
  readonly accountId: string;
  readonly now: number;
}

export type DataExportsRepository = ReturnType<typeof dataExportsRepository>;

/** The rows of copies; every question is about one account's own, and those that have run out are not among them. */
export function dataExportsRepository(db: Database) {
  const isOwn = ({ accountId, now }: Own) => and(eq(dataExports.accountId, accountId), gt(dataExports.expiresAt, now));
  return {
    /** The newest first. */
    list: (own: Own): Promise<readonly StoredCopy[]> =>
      db.select().from(dataExports).where(isOwn(own)).orderBy(desc(dataExports.createdAt), dataExports.id),

    async find(own: Own, id: string): Promise<StoredCopy | null> {
      const [found] = await db
        .select()
        .from(dataExports)
        .where(and(isOwn(own), eq(dataExports.id, id)));
      return found ?? null;
    },

    /** False where another one came first, or the account is gone. */
    keep({ copy, noneSince, line, mail }: Kept): Promise<boolean> {
      const isAlone = sql`exists (select 1 from accounts where id = ${copy.accountId})
        and not exists (select 1 from data_exports where account_id = ${copy.accountId} and created_at > ${noneSince})`;
      return runOrNothing(db, [
        orNothing(db, isAlone),
        db.insert(dataExports).values(copy),
        ...activityStatements(db, line),
        ...queueStatements(db, [mail]),
      ]);
    },

    async noteDownload(id: string, line: ActivityLine): Promise<void> {
      const isIt = and(eq(dataExports.id, id), eq(dataExports.accountId, line.accountId));
      await runBatch(db, [db.update(dataExports).set({ downloadedAt: line.at }).where(isIt), ...activityStatements(db, line)]);
    },

    async remove({ accountId, id }: Pick<StoredCopy, 'accountId' | 'id'>): Promise<void> {
      await db.delete(dataExports).where(and(eq(dataExports.id, id), eq(dataExports.accountId, accountId)));
    },
  };
}
