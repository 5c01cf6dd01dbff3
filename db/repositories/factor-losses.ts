import { and, asc, eq, lte, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { withoutFactorsStatements } from '#db/repositories/factor-changes.ts';
import type { Told } from '#db/repositories/factors.ts';
import { issueLinkStatements, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch, type Statement } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts, factorLosses } from '#db/schema/account-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** A wait that goes on, and whom to tell of it. */
export interface WaitingLoss {
  readonly accountId: string;
  readonly confirmedAt: number;
  readonly liftsAt: number;
  readonly announced: number;
  readonly email: string;
  readonly language: string;
  /** Whether its person has signed in, or used a session, since it began. */
  readonly isUsed: boolean;
}

export interface LossConfirmed extends Told {
  readonly accountId: string;
  readonly confirmedAt: number;
  readonly liftsAt: number;
  /** The link that confirms it. */
  readonly link: string;
}

export interface LossToTell extends Told {
  readonly loss: Pick<WaitingLoss, 'accountId' | 'confirmedAt'>;
}

export type FactorLossesRepository = ReturnType<typeof factorLossesRepository>;

/** Second factors that were said to be lost: from the mail that asks, over the wait, to their fall or the sign-in that stops it. */
export function factorLossesRepository(db: Database) {
  return {
    ask: (asked: { readonly link: NewLink; readonly mail: PreparedMail }) => ask(db, asked),
    confirm: (confirmed: LossConfirmed) => confirm(db, confirmed),
    waiting: (limit: number, due: number) => waiting(db, { limit, due }),
    announce: (told: LossToTell & { readonly announced: number }) => announce(db, told),
    stop: (told: LossToTell) => stop(db, told),
    lift: (told: LossToTell) => lift(db, told),
    /** For the batch of the log of staff. */
    resetStatements: (accountId: string, told: Told): readonly Statement[] => [
      ...fallStatements(db, accountId),
      ...toldStatements(db, told),
    ],
  };
}

/** A mail that a budget holds back brings no link, and kills no older one. */
async function ask(db: Database, { link, mail }: { readonly link: NewLink; readonly mail: PreparedMail }): Promise<void> {
  const queued = queueStatements(db, [mail]);
  const isOnItsWay = orNothing(db, sql`exists (select 1 from mails where id = ${mail.id} and state = 'waiting')`);
  if (!(await runOrNothing(db, [...queued, isOnItsWay, ...issueLinkStatements(db, link)]))) await runBatch(db, queued);
}

/** False for a link that opens nothing any more. A wait that goes on already is not begun anew. */
function confirm(db: Database, { link, accountId, confirmedAt, liftsAt, ...told }: LossConfirmed): Promise<boolean> {
  const isNone = sql`not exists (select 1 from ${factorLosses} where ${eq(factorLosses.accountId, accountId)})`;
  return runOrNothing(db, [
    ...useLinkStatements(db, { id: link, kind: 'lost-factor', now: confirmedAt }),
    orNothing(db, isNone),
    db.insert(factorLosses).values({ accountId, confirmedAt, liftsAt }),
    ...toldStatements(db, told),
  ]);
}

const DAY = 86_400_000;

/** What a tick has to do with waits: those that end, were stopped, or have a day to announce. */
function waiting(db: Database, { limit, due }: { readonly limit: number; readonly due: number }): Promise<readonly WaitingLoss[]> {
  const { accountId, confirmedAt, liftsAt, announced } = factorLosses;
  const isUsed = sql<boolean>`${wasUsed}`.mapWith(Boolean);
  const hasDay = sql`(${due} - ${confirmedAt}) / ${DAY} > ${announced}`;
  return db
    .select({ accountId, confirmedAt, liftsAt, announced, email: accounts.email, language: accounts.language, isUsed })
    .from(factorLosses)
    .innerJoin(accounts, eq(accountId, accounts.id))
    .where(or(lte(liftsAt, due), hasDay, wasUsed))
    .orderBy(asc(liftsAt))
    .limit(limit);
}

/** A sign-in, or whatever else its person did, moves the account's own clock; a session that is only looked at moves its own. */
const wasUsed = sql`(
  exists (select 1 from accounts where accounts.id = ${factorLosses.accountId} and accounts.active_at > ${factorLosses.confirmedAt})
  or exists (select 1 from sessions where sessions.account_id = ${factorLosses.accountId} and sessions.seen_at > ${factorLosses.confirmedAt}))`;

function same({ accountId, confirmedAt }: LossToTell['loss']): SQL | undefined {
  return and(eq(factorLosses.accountId, accountId), eq(factorLosses.confirmedAt, confirmedAt));
}

function announce(db: Database, { loss, announced, ...told }: LossToTell & { readonly announced: number }): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from ${factorLosses} where ${same(loss)} and not ${wasUsed})`),
    db.update(factorLosses).set({ announced }).where(same(loss)),
    ...toldStatements(db, told),
  ]);
}

function stop(db: Database, { loss, ...told }: LossToTell): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from ${factorLosses} where ${same(loss)})`),
    db.delete(factorLosses).where(same(loss)),
    ...toldStatements(db, told),
  ]);
}

/** False when its person came back meanwhile: then everything stays. */
function lift(db: Database, { loss, ...told }: LossToTell): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from ${factorLosses} where ${same(loss)} and not ${wasUsed})`),
    ...fallStatements(db, loss.accountId),
    ...toldStatements(db, told),
  ]);
}

/** Factors, the wait, and every session. */
function fallStatements(db: Database, accountId: string): readonly BatchItem<'sqlite'>[] {
  return [
    ...withoutFactorsStatements(db, accountId),
    db.delete(factorLosses).where(eq(factorLosses.accountId, accountId)),
    ...endSessionsStatements(db, { accountId, exceptId: null }),
  ];
}

function toldStatements(db: Database, { lines, mails }: Told): readonly BatchItem<'sqlite'>[] {
  return [...lines.flatMap((line) => activityStatements(db, line)), ...queueStatements(db, mails)];
}
