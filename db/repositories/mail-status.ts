import { and, count, desc, eq, gt, isNotNull, min, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { mailSuppressions, mails } from '#db/schema/account-tables.ts';

type MailState = (typeof mails.$inferSelect)['state'];

/** How many mails of a kind are in a state. */
export interface MailCount {
  readonly kind: string;
  readonly state: MailState;
  readonly count: number;
}

/** A mail that will not be sent, or not for now: what staff may see of it. */
export interface MailInTrouble {
  readonly id: string;
  readonly kind: string;
  readonly state: MailState;
  readonly masked: string;
  readonly createdAt: number;
  readonly tries: number;
  readonly trouble: string | null;
}

export interface MailStatus {
  readonly counts: readonly MailCount[];
  /** When the oldest that waits has been due since; null where none waits. */
  readonly waitingSince: number | null;
  /** The newest first. */
  readonly inTrouble: readonly MailInTrouble[];
  readonly suppressed: number;
}

const SHOWN = 50;

/** How the outbox stands. Nobody's words, link or whole address. */
export async function mailStatus(db: Database, now: number): Promise<MailStatus> {
  const { id, kind, state, masked, createdAt, tries, trouble } = mails;
  const [counts, [waiting], inTrouble, [suppressions]] = await db.batch([
    db.select({ kind, state, count: count() }).from(mails).groupBy(kind, state).orderBy(kind, state),
    db
      .select({ since: min(mails.dueAt) })
      .from(mails)
      .where(and(eq(state, 'waiting'), sql`${mails.dueAt} <= ${now}`)),
    db
      .select({ id, kind, state, masked, createdAt, tries, trouble })
      .from(mails)
      .where(sql`${state} in ('dead', 'held') or (${state} = 'waiting' and ${trouble} is not null)`)
      .orderBy(desc(createdAt))
      .limit(SHOWN),
    db.select({ count: count() }).from(mailSuppressions),
  ]);
  return { counts, waitingSince: waiting?.since ?? null, inTrouble, suppressed: suppressions?.count ?? 0 };
}

interface Retried {
  readonly id: string;
  readonly now: number;
}

/** Lets a dead or held letter go out after all, as long as its words are there. False where they are wiped, or there is no such mail. */
export async function retryMail(db: Database, retried: Retried): Promise<boolean> {
  return (await again(db, retried).returning({ id: mails.id })).length > 0;
}

/** The same for the batch of the log: breaks off where there is nothing to send. */
export function retryStatements(db: Database, retried: Retried): readonly Statement[] {
  return [orNothing(db, sql`exists (select 1 from mails where ${stuck(retried)})`), again(db, retried)];
}

function stuck({ id, now }: Retried) {
  return and(eq(mails.id, id), sql`${mails.state} in ('dead', 'held')`, isNotNull(mails.sealed), gt(mails.expiresAt, now));
}

function again(db: Database, retried: Retried) {
  const waiting = { state: 'waiting', dueAt: retried.now, tries: 0, trouble: null, leaseOwner: null, leaseUntil: 0 } as const;
  return db.update(mails).set(waiting).where(stuck(retried));
}
