import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { leavePostsStatements, ownAdverts } from '#db/repositories/leaving-posts.ts';
import { forgetMailboxes } from '#db/repositories/mailbox-removal.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { type Erased, eraseRows, rowsOf, tablesOfPersons } from '#db/repositories/person-rows.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, erasureArchive, mails } from '#db/schema/account-tables.ts';
import { hexadecimal } from '#worker/kernel/hash.ts';
import { randomBytes } from '#worker/kernel/random.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { receiptKey } from '#worker/privacy/model/person.ts';

export type ErasuresRepository = ReturnType<typeof erasuresRepository>;

/** How much a table holds of somebody. */
export interface Held {
  /** As SQL calls it. */
  readonly table: string;
  readonly rows: number;
}

export interface Ending extends Erased {
  /** Only where it was not used after this moment, and is not frozen; null whatever happened. */
  readonly unusedSince: number | null;
}

/** What the archive keeps, and what tells its person. */
export interface ErasureProof {
  /** Keyed hash of the address. */
  readonly subject: string;
  /** Not to be sent before it is released; null where it was sent already, before the database was restored. */
  readonly receipt: PreparedMail | null;
}

/** The end of accounts, in this database. */
export function erasuresRepository(db: Database) {
  return {
    /** What is held of somebody: tables without a row are left out. */
    held: (erased: Erased) => held(db, erased),
    /** All or nothing; false where the account is gone already, or was used. */
    erase: (erased: Ending, proof: ErasureProof) => erase(db, erased, proof),
    /** Rows that a request wrote while the account went. */
    eraseRest: (erased: Erased) => runBatch(db, removal(db, erased)),
    release: (accountId: string, sending: { readonly now: number; readonly until: number }) => release(db, accountId, sending),
    /** Those that there are among these. */
    standing: (ids: readonly string[]) => standing(db, ids),
    standingAds: (ids: readonly string[]) => standingAds(db, ids),
    /** Once more, after a restored database has brought them back. */
    eraseAds: (ids: readonly string[], at: number) => runBatch(db, removePostsStatements(db, listed(ids), at)),
    countAdministrators: () => countAdministrators(db),
  };
}

async function held(db: Database, erased: Erased): Promise<readonly Held[]> {
  const counts = tablesOfPersons().map(
    (table): SQL =>
      sql`select ${table.sqlName} as "table", count(*) as "rows" from ${sql.raw(table.sqlName)} where ${rowsOf(table, erased)}`,
  );
  const adverts = sql`select 'posts' as "table", count(*) as "rows" from posts where id in ${ownAdverts(erased.person.accountId)}`;
  const found = await db.all<Held>(sql.join([...counts, adverts], sql` union all `));
  return found.filter(({ rows }) => rows > 0);
}

async function erase(db: Database, erased: Ending, { subject, receipt }: ErasureProof): Promise<boolean> {
  const { person, unusedSince } = erased;
  const isUnused = unusedSince === null ? sql`true` : sql`active_at <= ${unusedSince} and restricted_at is null`;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from accounts where id = ${person.accountId} and ${isUnused})`),
    db.insert(erasureArchive).values({ subject, erasedAt: erased.at }).onConflictDoNothing(),
    ...removal(db, erased),
    ...queueStatements(db, receipt === null ? [] : [receipt]),
  ]);
}

function removal(db: Database, erased: Erased): readonly BatchItem<'sqlite'>[] {
  const rows = tablesOfPersons().flatMap((table) => eraseRows(table, erased, mark));
  const leaving = leavePostsStatements(db, { accountId: erased.person.accountId, at: erased.at });
  const mailboxes = forgetMailboxes(db, { accountId: erased.person.accountId, employerSeq: null });
  return [...leaving, ...mailboxes, ...rows.map((statement) => db.run(statement))];
}

function mark(length: number): string {
  return hexadecimal(randomBytes(length).buffer).slice(0, length);
}

/** Lets the receipt go. To be repeated at any time. */
async function release(db: Database, accountId: string, { now, until }: { readonly now: number; readonly until: number }): Promise<void> {
  await db
    .update(mails)
    .set({ dueAt: now, expiresAt: until })
    .where(and(eq(mails.key, receiptKey(accountId)), eq(mails.state, 'waiting')));
}

async function standing(db: Database, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return found.map(({ id }) => id);
}

async function standingAds(db: Database, ids: readonly string[]): Promise<readonly string[]> {
  const found = await db.all<{ id: string }>(sql`select id from posts where id in ${listed(ids)}`);
  return found.map(({ id }) => id);
}

function listed(ids: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

async function countAdministrators(db: Database): Promise<number> {
  const [counted] = await db.select({ there: count() }).from(accounts).where(eq(accounts.role, 'administrator'));
  return counted?.there ?? 0;
}
