import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { endWaitingStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements, toNobodyStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type PasswordsRepository = ReturnType<typeof passwordsRepository>;

/** How passwords change. */
export function passwordsRepository(db: Database) {
  return {
    rehash: (rehashed: Rehashed) => rehash(db, rehashed),
    askReset: (asked: ResetAsked) => askReset(db, asked),
    reset: (reset: PasswordReset) => resetPassword(db, reset),
    change: (changed: PasswordChanged) => changePassword(db, changed),
    noteSlowed: (emailKey: string, now: number) => noteSlowed(db, emailKey, now),
  };
}

export interface Rehashed {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
}

/** The same password, hashed with other numbers; nothing where it was changed meanwhile. */
async function rehash(db: Database, { accountId, from, to }: Rehashed): Promise<void> {
  await db
    .update(accounts)
    .set({ passwordHash: to })
    .where(and(eq(accounts.id, accountId), eq(accounts.passwordHash, from)));
}

export interface ResetAsked {
  readonly emailKey: string;
  readonly now: number;
  readonly mail: PreparedMail;
  readonly link: NewLink;
  /** Whether the mail carries the link; if not, the link is none. */
  readonly carriesLink: boolean;
}

/**
 * The mail, the link in it, and a line of activity. An address without an account meets the same statements, and its mail goes to
 * nobody. A mail that a budget holds back leaves an older link as it is: nobody can take it away by asking again and again.
 */
async function askReset(db: Database, { emailKey, now, mail, link, carriesLink }: ResetAsked): Promise<void> {
  const isQueued = sql`exists (select 1 from mails where id = ${mail.id} and state = 'waiting' and account_id is not null)`;
  const isSent = sql`${carriesLink ? 1 : 0} and ${isQueued}`;
  await runBatch(db, [
    ...queueStatements(db, [mail]),
    db.run(sql`delete from link_tokens where kind = ${link.kind} and account_id = ${link.accountId} and ${isSent}`),
    db.run(sql`
      insert into link_tokens (id, kind, account_id, created_at, expires_at)
      select ${link.id}, ${link.kind}, ${link.accountId}, ${link.createdAt}, ${link.expiresAt} where ${isSent}`),
    lineStatement(db, { emailKey, now, kind: 'reset-asked' }, isQueued),
    ...toNobodyStatements(db, mail.id, sql`account_id is null`),
  ]);
}

interface Noted {
  readonly emailKey: string;
  readonly now: number;
  readonly kind: 'reset-asked' | 'sign-in-slowed';
}

/** A line that is no use of the account, where the address has one. */
function lineStatement(db: Database, { emailKey, now, kind }: Noted, when: SQL): BatchItem<'sqlite'> {
  return db.run(sql`
    insert into activity (id, account_id, at, kind, details)
    select ${newId()}, id, ${now}, ${kind}, '{}' from accounts where email_key = ${emailKey} and ${when}`);
}

async function noteSlowed(db: Database, emailKey: string, now: number): Promise<void> {
  await runBatch(db, [lineStatement(db, { emailKey, now, kind: 'sign-in-slowed' }, sql`true`)]);
}

interface PasswordSet {
  readonly accountId: string;
  readonly passwordHash: string;
  readonly now: number;
  readonly line: ActivityLine;
  readonly mail: PreparedMail;
}

export interface PasswordReset extends PasswordSet {
  readonly link: LinkUse;
}

/** False when the link opens nothing any more, or the mailbox alone must not reset: then nothing happened. */
function resetPassword(db: Database, { link, now, ...set }: PasswordReset): Promise<boolean> {
  const may = sql`exists (
    select 1 from accounts where id = ${set.accountId} and coalesce(reset_blocked_until, 0) <= ${now})`;
  return runOrNothing(db, [
    ...useLinkStatements(db, link),
    orNothing(db, may),
    ...setStatements(db, { now, ...set }),
    ...endSessionsStatements(db, { accountId: set.accountId, exceptId: null }),
  ]);
}

export interface PasswordChanged extends PasswordSet {
  /** The hash that was checked. */
  readonly from: string;
  readonly sessionId: string;
}

/** False when the password was changed meanwhile: then nothing happened. */
function changePassword(db: Database, { from, sessionId, ...set }: PasswordChanged): Promise<boolean> {
  const { accountId } = set;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from accounts where id = ${accountId} and password_hash = ${from})`),
    ...setStatements(db, set),
    ...endSessionsStatements(db, { accountId, exceptId: sessionId }),
  ]);
}

function setStatements(db: Database, { accountId, passwordHash, line, mail }: PasswordSet): readonly BatchItem<'sqlite'>[] {
  return [
    db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)),
    ...endWaitingStatements(db, accountId),
    ...activityStatements(db, line),
    ...queueStatements(db, [mail]),
  ];
}
