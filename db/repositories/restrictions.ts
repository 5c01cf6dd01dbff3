import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { accounts } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type RestrictionsRepository = ReturnType<typeof restrictionsRepository>;

export interface RestrictionChange {
  readonly line: ActivityLine;
  /** Since when it holds; null lifts it. */
  readonly restrictedAt: number | null;
  readonly mail: PreparedMail;
}

/** Accounts that are frozen. */
export function restrictionsRepository(db: Database) {
  return {
    /** False where it is so already, or the account is gone: then nothing is written and nobody is told. */
    async change({ line, restrictedAt, mail }: RestrictionChange): Promise<boolean> {
      const was = restrictedAt === null ? sql`is not null` : sql`is null`;
      return runOrNothing(db, [
        orNothing(db, sql`exists (select 1 from accounts where id = ${line.accountId} and restricted_at ${was})`),
        db.update(accounts).set({ restrictedAt }).where(eq(accounts.id, line.accountId)),
        ...activityStatements(db, line),
        ...queueStatements(db, [mail]),
      ]);
    },
  };
}
