import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import type { StoredMail } from '#db/repositories/mails.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mailSuppressions, mails } from '#db/schema/account-tables.ts';

/** Who sends, and until when nobody else takes up the same mails. */
export interface MailLease {
  /** A random id of this run. */
  readonly owner: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

/** A mail that is being sent, by whoever leased it. */
export interface Leased {
  readonly id: string;
  readonly owner: string;
}

/** So many mails may be under way at once, over all who send: the mail server is not flooded with connections. */
const MOST_UNDER_WAY = 100;

export type MailSendingRepository = ReturnType<typeof mailSendingRepository>;

/** The outbox, to send: what one run has leased no other touches, and what ends up sent or too old is wiped in the same batch. */
export function mailSendingRepository(db: Database) {
  return {
    lease: (lease: MailLease) => takeLease(db, lease),
    sent: (leased: Leased, at: number) => settle(db, leased, { state: 'sent', sentAt: at, trouble: null, wiped: true }),
    refused: (leased: Leased, trouble: string) => settle(db, leased, { state: 'dead', trouble, wiped: false }),
    suppressed: (leased: Leased, trouble: string) => settle(db, leased, { state: 'dead', trouble, wiped: true }),
    again: (leased: Leased, { dueAt, trouble }: { readonly dueAt: number; readonly trouble: string }) =>
      settle(db, leased, { state: 'waiting', dueAt, trouble, wiped: false }),
    putBack: (ids: readonly string[], owner: string) => putBack(db, ids, owner),
    expire: (now: number) => expire(db, now),
    suppressions: (recipients: readonly string[]) =>
      db
        .select()
        .from(mailSuppressions)
        .where(inArray(mailSuppressions.recipient, [...recipients])),
  };
}

/** The longest due first. Each try counts from the moment it begins: one that is broken off counts, too. */
async function takeLease(db: Database, { owner, now, until, limit }: MailLease): Promise<readonly StoredMail[]> {
  const underWay = sql`(select count(*) from mails where state = 'waiting' and lease_until > ${now})`;
  const due = sql`
    select id from mails where state = 'waiting' and due_at <= ${now} and expires_at > ${now} and lease_until <= ${now}
    order by due_at, id limit max(0, min(${limit}, ${MOST_UNDER_WAY} - ${underWay}))`;
  const leased = await db
    .update(mails)
    .set({ leaseOwner: owner, leaseUntil: until, tries: sql`${mails.tries} + 1` })
    .where(sql`${mails.id} in (${due})`)
    .returning();
  return leased.toSorted((one, other) => one.dueAt - other.dueAt);
}

interface Settled {
  readonly state: StoredMail['state'];
  readonly trouble: string | null;
  readonly wiped: boolean;
  readonly sentAt?: number;
  readonly dueAt?: number;
}

/** Only by whoever holds the lease: what was taken up by another since is theirs to settle. */
async function settle(db: Database, { id, owner }: Leased, { wiped, ...settled }: Settled): Promise<void> {
  const held = and(eq(mails.id, id), eq(mails.leaseOwner, owner));
  const free = { leaseOwner: null, leaseUntil: 0 };
  const update = db.update(mails).set({ ...settled, ...free, ...(wiped ? { sealed: null } : {}) });
  await runBatch(db, [...(wiped ? [overwrite(db, held)] : []), update.where(held)]);
}

/** As if these had not been tried: it was not about them. */
async function putBack(db: Database, ids: readonly string[], owner: string): Promise<void> {
  await db
    .update(mails)
    .set({ leaseOwner: null, leaseUntil: 0, tries: sql`${mails.tries} - 1` })
    .where(and(inArray(mails.id, [...ids]), eq(mails.leaseOwner, owner)));
}

/** Forgets what is too late to be sent. What is under way at that moment ends first. */
async function expire(db: Database, now: number): Promise<void> {
  const late = sql`sealed is not null and expires_at <= ${now} and lease_until <= ${now}`;
  await runBatch(db, [
    overwrite(db, late),
    db.run(sql`update mails set sealed = null, state = iif(state in ('waiting', 'held'), 'expired', state) where ${late}`),
  ]);
}

/** With as many bytes that say nothing, for servers that leave in their file what is set to null. */
function overwrite(db: Database, which: SQL | undefined): BatchItem<'sqlite'> {
  return db.update(mails).set({ sealed: sql`hex(zeroblob(length(sealed) / 2))` }).where(which);
}
