import { and, asc, eq, isNull, lte, max, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { type Ended, type Survey, surveyOf } from '#db/repositories/kept-rows.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { accounts, activity } from '#db/schema/account-tables.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type InactiveAccountsRepository = ReturnType<typeof inactiveAccountsRepository>;

export interface InactiveAccount {
  readonly id: string;
  readonly email: string;
  readonly language: string;
  readonly activeAt: number;
  /** When its person was last warned; null if never. */
  readonly warnedAt: number | null;
}

export interface Sought {
  /** How many warnings were sent since the last use. */
  readonly warnings: number;
  /** Not used after. */
  readonly unusedSince: number;
  readonly limit: number;
}

/** A warning, in one batch with its line of activity. */
export interface Warned {
  readonly account: InactiveAccount;
  /** This one included. */
  readonly warnings: number;
  readonly at: number;
  readonly mail: PreparedMail;
}

/** Accounts that nobody uses, but those that are restricted. */
export function inactiveAccountsRepository(db: Database) {
  return {
    /** The longest unused first. */
    find: (sought: Sought) => find(db, sought),
    /** False where the account was used meanwhile, or warned by somebody else. */
    warn: (warned: Warned) => warn(db, warned),
    survey: (ended: Ended): Promise<Survey> =>
      surveyOf(db, { from: sql`accounts`, since: sql`active_at`, where: sql`restricted_at is null` }, ended),
  };
}

function find(db: Database, { warnings, unusedSince, limit }: Sought): Promise<readonly InactiveAccount[]> {
  const warnedAt = db
    .select({ at: max(activity.at) })
    .from(activity)
    .where(and(eq(activity.accountId, accounts.id), eq(activity.kind, 'inactivity-warned')));
  return db
    .select({
      id: accounts.id,
      email: accounts.email,
      language: accounts.language,
      activeAt: accounts.activeAt,
      warnedAt: sql<number | null>`(${warnedAt})`,
    })
    .from(accounts)
    .where(and(eq(accounts.inactivityWarnings, warnings), lte(accounts.activeAt, unusedSince), isNull(accounts.restrictedAt)))
    .orderBy(asc(accounts.activeAt))
    .limit(limit);
}

function warn(db: Database, { account: { id: accountId, activeAt }, warnings, at, mail }: Warned): Promise<boolean> {
  const isStillDue: SQL = sql`exists (select 1 from accounts where id = ${accountId} and active_at = ${activeAt}
    and inactivity_warnings = ${warnings - 1} and restricted_at is null)`;
  return runOrNothing(db, [
    orNothing(db, isStillDue),
    db.update(accounts).set({ inactivityWarnings: warnings }).where(eq(accounts.id, accountId)),
    ...activityStatements(db, { accountId, at, kind: 'inactivity-warned', details: {} }),
    ...queueStatements(db, [mail]),
  ]);
}
