import { eq, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { sessionStatements } from '#db/repositories/sessions.ts';
import { accounts, knownBrowsers } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { BrowserStanding } from '#worker/accounts/model/known-browser.ts';
import type { StoredSession } from '#worker/accounts/model/session.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type KnownBrowsersRepository = ReturnType<typeof knownBrowsersRepository>;

/** Browsers that signed in before. */
export function knownBrowsersRepository(db: Database) {
  return {
    standing: (asked: BrowserAsked) => standing(db, asked),
    signIn: (signedIn: SignedIn) => signIn(db, signedIn),
  };
}

export interface BrowserAsked {
  /** SHA-256 of the browser's cookie; null without one. */
  readonly id: string | null;
  readonly accountId: string;
}

/** What is known of a browser when somebody signs in with it. One round trip. */
async function standing(db: Database, { id, accountId }: BrowserAsked): Promise<BrowserStanding> {
  const [rows, made] = await db.batch([
    db
      .select()
      .from(knownBrowsers)
      .where(or(eq(knownBrowsers.id, id ?? ''), eq(knownBrowsers.accountId, accountId)))
      .limit(1000),
    db.select({ createdAt: accounts.createdAt }).from(accounts).where(eq(accounts.id, accountId)),
  ]);
  const own = rows.filter((row) => row.accountId === accountId);
  return {
    known: own.find((row) => row.id === id) ?? null,
    isOurs: rows.some((row) => row.id === id),
    hasOthers: own.length > 0,
    accountMadeAt: made[0]?.createdAt ?? 0,
  };
}

export interface SignedIn {
  readonly session: StoredSession;
  /** The hash that the password was compared with: another one since then signs nobody in. Null where no password was asked for. */
  readonly passwordHash: string | null;
  /** The session that the same browser was in; null where there was none. */
  readonly replaced: string | null;
  readonly browserId: string;
  readonly line: ActivityLine;
  readonly mails: readonly PreparedMail[];
}

/**
 * Everything that a sign-in writes, in one round trip. False where the account, its role or its password went meanwhile, or a second factor came
 * that nobody was asked for: then nothing happened.
 */
function signIn(db: Database, { session, passwordHash, replaced, browserId, line, mails }: SignedIn): Promise<boolean> {
  const { accountId, role, proof } = session;
  const isAsProven = sql`exists (
    select 1 from accounts where id = ${accountId} and role = ${role} and password_hash = coalesce(${passwordHash}, password_hash))`;
  const isEnough = sql`${proof} <> 'password' or not (exists (select 1 from totp_factors where account_id = ${accountId})
    or exists (select 1 from passkeys where account_id = ${accountId}))`;
  return runOrNothing(db, [
    orNothing(db, isAsProven),
    orNothing(db, isEnough),
    ...sessionStatements(db, session, replaced),
    ...activityStatements(db, line),
    ...queueStatements(db, mails),
    rememberStatement(db, { id: browserId, session }),
  ]);
}

function rememberStatement(db: Database, { id, session }: { readonly id: string; readonly session: StoredSession }): BatchItem<'sqlite'> {
  const { accountId, browser, country, createdAt } = session;
  return db
    .insert(knownBrowsers)
    .values({ id, accountId, browser, country, createdAt, usedAt: createdAt })
    .onConflictDoUpdate({
      target: [knownBrowsers.id, knownBrowsers.accountId],
      set: { browser, country: sql`iif(excluded.country = 'unknown', ${knownBrowsers.country}, excluded.country)`, usedAt: createdAt },
    });
}
