import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { ownAdverts } from '#db/repositories/leaving-posts.ts';
import { endWaitingStatements } from '#db/repositories/link-tokens.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { statements } from '#db/schema/moderation-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';

export interface Suspending {
  /** Whose account, and what its activity says. */
  readonly line: ActivityLine;
  /** The account of whoever decides: who is suspended in the same moment suspends nobody. */
  readonly by: string;
}

export type SuspensionsRepository = ReturnType<typeof suspensionsRepository>;

/** Accounts that the board has suspended. All writes wait for the batch of the decision. */
export function suspensionsRepository(db: Database) {
  return {
    /** Breaks off where the account is gone or suspended already. Its own adverts leave the public, and it is signed out everywhere. */
    suspendStatements: ({ line, by }: Suspending): readonly Statement[] => [
      orNothing(db, sql`exists (select 1 from accounts where id = ${line.accountId} and suspended_at is null)`),
      orNothing(db, isNotSuspended(sql`${by}`)),
      db.update(accounts).set({ suspendedAt: line.at }).where(eq(accounts.id, line.accountId)),
      ...advertStatements(db, line, 'suspended'),
      ...endSessionsStatements(db, { accountId: line.accountId, exceptId: null }),
      ...endWaitingStatements(db, line.accountId),
      ...activityStatements(db, line),
    ],
    /** Breaks off where the account is not suspended. What was public of its own is so again, where its time is not over. */
    restoreStatements: (line: ActivityLine): readonly Statement[] => [
      orNothing(db, sql`exists (select 1 from accounts where id = ${line.accountId} and suspended_at is not null)`),
      ...liftStatements(db, line),
      takenBack(db, line),
    ],
  };
}

/** The decision no longer holds: its person reads so, and there is nothing left to object to. */
function takenBack(db: Database, { accountId, at }: ActivityLine): Statement {
  const isAbout = and(eq(statements.accountId, accountId), isNull(statements.employerSeq), isNull(statements.jobId));
  return db
    .update(statements)
    .set({ reversedAt: at })
    .where(and(eq(statements.restriction, 'suspended'), isNull(statements.reversedAt), isAbout));
}

/** The same where nothing breaks off: an objection may be followed after the suspension was ended. */
export function liftStatements(db: Database, line: ActivityLine): readonly Statement[] {
  return [
    db.update(accounts).set({ suspendedAt: null }).where(eq(accounts.id, line.accountId)),
    ...advertStatements(db, line, 'active'),
    ...activityStatements(db, line),
  ];
}

/** Each advert of one's own has an employer for itself alone, under its id: the state of that one decides whether the public sees it. */
function advertStatements(db: Database, { accountId, at }: ActivityLine, status: 'active' | 'suspended'): readonly Statement[] {
  return [db.run(sql`update employers set status = ${status}, updated_at = ${at} where unlisted = 1 and id in ${ownAdverts(accountId)}`)];
}

/** Whether an account may do anything here: for the conditions of whatever it would do. */
export function isNotSuspended(accountId: SQL): SQL {
  return sql`not exists (select 1 from accounts as standing where standing.id = ${accountId} and standing.suspended_at is not null)`;
}
