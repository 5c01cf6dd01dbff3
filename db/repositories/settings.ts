import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { AccountRow } from '#db/repositories/accounts.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, addressChanges, mailChoices, mailSuppressions } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { MailSwitch } from '#worker/accounts/model/mail-switches.ts';

export type SettingsRepository = ReturnType<typeof settingsRepository>;

/** What people say of themselves, and which mails they want. */
export function settingsRepository(db: Database) {
  return {
    of: (asked: SettingsAsked) => settingsOf(db, asked),
    saveProfile: (saved: ProfileSaved) => saveProfile(db, saved),
    chooseMails: (chosen: MailsChosen) => chooseMails(db, chosen),
    noteGpc: async (accountId: string): Promise<void> =>
      void (await db.update(accounts).set({ gpc: true }).where(eq(accounts.id, accountId))),
  };
}

export interface SettingsAsked {
  readonly accountId: string;
  /** Keyed hash of the address. */
  readonly recipient: string;
  /** From when on a wish for another address still counts. */
  readonly askedSince: number;
}

export interface MailChoice {
  readonly kind: MailSwitch;
  readonly wanted: boolean;
  readonly chosenAt: number;
}

export interface Settings {
  readonly account: AccountRow;
  readonly suppressed: 'bounce' | 'complaint' | null;
  readonly newAddress: { readonly email: string; readonly askedAt: number } | null;
  /** Everything that was ever chosen, the oldest first: the last of a kind counts. */
  readonly choices: readonly MailChoice[];
}

/** One round trip. Null for an account that there is none of. */
async function settingsOf(db: Database, { accountId, recipient, askedSince }: SettingsAsked): Promise<Settings | null> {
  const waits = and(eq(addressChanges.accountId, accountId), isNull(addressChanges.confirmedAt), gt(addressChanges.askedAt, askedSince));
  const { kind, wanted, chosenAt } = mailChoices;
  const [[account], [suppressed], [change], choices] = await db.batch([
    db.select().from(accounts).where(eq(accounts.id, accountId)),
    db.select({ reason: mailSuppressions.reason }).from(mailSuppressions).where(eq(mailSuppressions.recipient, recipient)),
    db
      .select({ email: addressChanges.newEmail, askedAt: addressChanges.askedAt })
      .from(addressChanges)
      .where(waits)
      .orderBy(desc(addressChanges.askedAt))
      .limit(1),
    db.select({ kind, wanted, chosenAt }).from(mailChoices).where(eq(mailChoices.accountId, accountId)).orderBy(chosenAt, sql`rowid`),
  ]);
  if (account === undefined) return null;
  return { account, suppressed: suppressed?.reason ?? null, newAddress: change ?? null, choices };
}

export interface ProfileSaved {
  readonly accountId: string;
  readonly profile: Pick<AccountRow, 'name' | 'language' | 'region'>;
  readonly line: ActivityLine;
}

async function saveProfile(db: Database, { accountId, profile: { name, language, region }, line }: ProfileSaved): Promise<void> {
  await runBatch(db, [
    db.update(accounts).set({ name, language, region }).where(eq(accounts.id, accountId)),
    ...activityStatements(db, line),
  ]);
}

export interface MailsChosen {
  readonly rows: readonly (typeof mailChoices.$inferInsert)[];
  readonly accountId: string;
  readonly line: ActivityLine;
}

/** False when something was to be switched on by somebody who objects to all of it by now: then nothing happened. */
function chooseMails(db: Database, { rows, accountId, line }: MailsChosen): Promise<boolean> {
  const isOn = rows.some(({ wanted }) => wanted);
  const mayAsk = sql`exists (select 1 from accounts where id = ${accountId} and marketing_objected_at is null)`;
  return runOrNothing(db, [
    ...(isOn ? [orNothing(db, mayAsk)] : []),
    ...rows.map((row) => db.insert(mailChoices).values(row)),
    ...activityStatements(db, line),
  ]);
}
