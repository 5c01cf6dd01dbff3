import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { accounts, mailChoices, objections } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { DIRECT_MARKETING } from '#worker/privacy/model/objection-view.ts';

export type ObjectionsRepository = ReturnType<typeof objectionsRepository>;
export type StoredObjection = typeof objections.$inferSelect;

export interface Objected {
  readonly objection: StoredObjection;
  readonly line: ActivityLine;
}

/** Every switch that is off from now on. */
export interface MarketingObjected extends Objected {
  readonly switches: readonly (typeof mailChoices.$inferSelect)['kind'][];
  readonly privacyVersion: number;
}

export interface Withdrawn {
  readonly id: string;
  readonly line: ActivityLine;
}

/** What people object to. */
export function objectionsRepository(db: Database) {
  return {
    ofAccount: (accountId: string): Promise<readonly StoredObjection[]> =>
      db.select().from(objections).where(eq(objections.accountId, accountId)).orderBy(desc(objections.madeAt), desc(objections.id)),
    /** False where the same use is objected to already. */
    object: (objected: Objected & { readonly mail: PreparedMail }) => object(db, objected),
    /** Effective in the same batch. False where it is objected to already. */
    objectToMarketing: (objected: MarketingObjected) => objectToMarketing(db, objected),
    /** False for what is not one's own, or withdrawn already. */
    withdraw: (withdrawn: Withdrawn) => withdraw(db, withdrawn),
    /** That against direct marketing, by its id or its name: it stands on the account, however long ago it was made. False where there is none. */
    withdrawMarketing: (withdrawn: Withdrawn) => withdrawMarketing(db, withdrawn),
  };
}

function object(db: Database, { objection, line, mail }: Objected & { readonly mail: PreparedMail }): Promise<boolean> {
  return runOrNothing(db, [...written(db, { objection, line }), ...queueStatements(db, [mail])]);
}

function objectToMarketing(db: Database, { switches, privacyVersion, ...objected }: MarketingObjected): Promise<boolean> {
  const { accountId, madeAt } = objected.objection;
  const off = { accountId, wanted: false, chosenAt: madeAt, surface: 'objection', privacyVersion } as const;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from accounts where id = ${accountId} and marketing_objected_at is null)`),
    ...written(db, objected),
    db.update(accounts).set({ marketingObjectedAt: madeAt }).where(eq(accounts.id, accountId)),
    ...switches.map((kind) => db.insert(mailChoices).values({ ...off, id: newId(), kind })),
  ]);
}

function written(db: Database, { objection, line }: Objected): readonly BatchItem<'sqlite'>[] {
  const { accountId, purpose } = objection;
  const stands = sql`select 1 from objections where account_id = ${accountId} and purpose = ${purpose} and withdrawn_at is null`;
  return [orNothing(db, sql`not exists (${stands})`), db.insert(objections).values(objection), ...activityStatements(db, line)];
}

function withdraw(db: Database, { id, line }: Withdrawn): Promise<boolean> {
  const { accountId, at } = line;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from objections where id = ${id} and account_id = ${accountId} and withdrawn_at is null)`),
    db.update(objections).set({ withdrawnAt: at }).where(eq(objections.id, id)),
    ...activityStatements(db, line),
  ]);
}

function withdrawMarketing(db: Database, { id, line }: Withdrawn): Promise<boolean> {
  const { accountId, at } = line;
  const own = and(eq(objections.accountId, accountId), eq(objections.purpose, DIRECT_MARKETING), isNull(objections.withdrawnAt));
  const isMeant = sql`(${id} = ${DIRECT_MARKETING} or exists (
    select 1 from objections where id = ${id} and account_id = ${accountId} and purpose = ${DIRECT_MARKETING} and withdrawn_at is null))`;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from accounts where id = ${accountId} and marketing_objected_at is not null and ${isMeant})`),
    db.update(objections).set({ withdrawnAt: at }).where(own),
    db.update(accounts).set({ marketingObjectedAt: null }).where(eq(accounts.id, accountId)),
    ...activityStatements(db, line),
  ]);
}
