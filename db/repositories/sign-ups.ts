import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, linkTokens, signUps } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type SignUpRow = typeof signUps.$inferSelect;
export type SignUpsRepository = ReturnType<typeof signUpsRepository>;

/** Sign-ups that wait for their confirmation. */
export function signUpsRepository(db: Database) {
  return {
    byId: (id: string) => byId(db, id),
    keep: (kept: SignUpKept) => keep(db, kept),
    confirm: (confirmed: SignUpConfirmed) => confirm(db, confirmed),
    toRemind: (due: RemindersDue) => toRemind(db, due),
    remind: (reminded: SignUpReminded) => remind(db, reminded),
  };
}

async function byId(db: Database, id: string): Promise<SignUpRow | null> {
  const [found] = await db.select().from(signUps).where(eq(signUps.id, id));
  return found ?? null;
}

export interface SignUpKept {
  readonly row: SignUpRow;
  readonly link: NewLink;
  /** To whoever has the address, known or not. */
  readonly mail: PreparedMail;
}

/**
 * Keeps a sign-up in the place of an older one with the same address, whose link opens nothing any more. Where the address has an account,
 * and where a budget holds the mail back, the same statements change nothing: nobody can take another's link away by signing up again
 * and again.
 */
async function keep(db: Database, { row, link, mail }: SignUpKept): Promise<void> {
  const { id, email, emailKey, passwordHash, role, language, termsVersion, privacyVersion, statedAge, createdAt } = row;
  const isOpen = sql`not exists (select 1 from accounts where email_key = ${emailKey})
    and exists (select 1 from mails where id = ${mail.id} and state = 'waiting')`;
  await runBatch(db, [
    ...queueStatements(db, [mail]),
    db.run(sql`delete from link_tokens where sign_up_id in (select id from sign_ups where email_key = ${emailKey}) and ${isOpen}`),
    db.run(sql`
      insert into sign_ups (id, email, email_key, password_hash, role, language, terms_version, privacy_version, stated_age, created_at)
      select ${id}, ${email}, ${emailKey}, ${passwordHash}, ${role}, ${language}, ${termsVersion}, ${privacyVersion}, ${statedAge},
        ${createdAt} where ${isOpen}
      on conflict (email_key) do update set id = excluded.id, email = excluded.email, password_hash = excluded.password_hash,
        role = excluded.role, language = excluded.language, terms_version = excluded.terms_version,
        privacy_version = excluded.privacy_version, stated_age = excluded.stated_age, created_at = excluded.created_at, reminded_at = null`),
    db.run(sql`
      insert into link_tokens (id, kind, sign_up_id, created_at, expires_at)
      select ${link.id}, ${link.kind}, id, ${link.createdAt}, ${link.expiresAt} from sign_ups where id = ${id}`),
  ]);
}

export interface SignUpConfirmed {
  readonly link: LinkUse;
  readonly signUpId: string;
  readonly account: typeof accounts.$inferInsert;
  readonly line: ActivityLine;
}

/** Makes the account, and takes the sign-up away with its links. False when the link opens nothing any more: then nothing happened. */
function confirm(db: Database, { link, signUpId, account, line }: SignUpConfirmed): Promise<boolean> {
  return runOrNothing(db, [
    ...useLinkStatements(db, link),
    orNothing(db, sql`not exists (select 1 from accounts where email_key = ${account.emailKey})`),
    db.insert(accounts).values(account),
    db.run(overwrite('signUps', sql`id = ${signUpId}`)),
    db.delete(signUps).where(eq(signUps.id, signUpId)),
    ...activityStatements(db, line),
  ]);
}

export interface RemindersDue {
  /** Signed up after that … */
  readonly from: number;
  /** … and until then. */
  readonly until: number;
  readonly limit: number;
}

/** The oldest first. */
function toRemind(db: Database, { from, until, limit }: RemindersDue): Promise<readonly SignUpRow[]> {
  const isDue = and(isNull(signUps.remindedAt), gt(signUps.createdAt, from), lte(signUps.createdAt, until));
  return db.select().from(signUps).where(isDue).orderBy(asc(signUps.createdAt)).limit(limit);
}

export interface SignUpReminded {
  readonly id: string;
  readonly now: number;
  readonly link: NewLink;
  readonly mail: PreparedMail;
}

/** Once for each sign-up. The link of the first mail goes on opening it. False when it is gone, or was reminded of: then nothing happened. */
function remind(db: Database, { id, now, link, mail }: SignUpReminded): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from sign_ups where id = ${id} and reminded_at is null)`),
    db.update(signUps).set({ remindedAt: now }).where(eq(signUps.id, id)),
    db.insert(linkTokens).values(link),
    ...queueStatements(db, [mail]),
  ]);
}
