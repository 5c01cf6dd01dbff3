import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mailReports, mailSuppressions } from '#db/schema/account-tables.ts';
import type { ActivityKindId } from '#worker/accounts/model/activity-kinds.ts';
import { MAIL_SWITCHES, type MailSwitch } from '#worker/accounts/model/mail-switches.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Suppression } from '#worker/mail/model/suppression.ts';

export type MailStopsRepository = ReturnType<typeof mailStopsRepository>;

/** What ends mails without a session: the link in one of them, and the reports of the mail provider. */
export function mailStopsRepository(db: Database) {
  return {
    unsubscribe: (stop: Unsubscribed) => unsubscribe(db, stop),
    takeReport: (report: TakenReport) => takeReport(db, report),
  };
}

interface Stop {
  readonly at: number;
  /** Version of the privacy notice that counts. */
  readonly privacyVersion: number;
}

export interface Unsubscribed extends Stop {
  readonly accountId: string;
  readonly kind: MailSwitch;
}

/** Pressed twice, it is written once. */
async function unsubscribe(db: Database, { accountId, kind, ...stop }: Unsubscribed): Promise<void> {
  await runBatch(db, switchOff(db, { ...stop, whose: sql`id = ${accountId}`, kinds: [kind], line: 'mail-stopped' }));
}

export interface TakenReport extends Stop {
  readonly id: string;
  readonly reason: Suppression;
  readonly recipient: string;
  readonly emailKey: string;
}

/** False where it was taken in before: then nothing happened. A complaint outranks a bounce, and ends every mail that has a switch. */
function takeReport(db: Database, { id, reason, recipient, emailKey, ...stop }: TakenReport): Promise<boolean> {
  const ends = reason === 'complaint' ? MAIL_SWITCHES : [];
  const off = { ...stop, whose: sql`email_key = ${emailKey}`, kinds: ends, line: 'mail-complained' as const };
  return runOrNothing(db, [
    orNothing(db, sql`not exists (select 1 from mail_reports where id = ${id})`),
    db.insert(mailReports).values({ id, receivedAt: stop.at }),
    db
      .insert(mailSuppressions)
      .values({ recipient, reason, at: stop.at })
      .onConflictDoUpdate({
        target: mailSuppressions.recipient,
        set: { reason: sql`iif(${mailSuppressions.reason} = 'complaint', 'complaint', ${reason})`, at: stop.at },
      }),
    ...switchOff(db, off),
  ]);
}

interface Off extends Stop {
  /** Which account. */
  readonly whose: SQL;
  readonly kinds: readonly MailSwitch[];
  readonly line: ActivityKindId;
}

/** Switches off what is on, and says so in the account's activity where anything was. It is no use of the account. */
function switchOff(db: Database, { whose, kinds, line, at, privacyVersion }: Off): readonly BatchItem<'sqlite'>[] {
  const made = kinds.map((kind) => ({ kind, id: newId() }));
  const choices = made.map(({ kind, id }) =>
    db.run(sql`
      insert into mail_choices (id, account_id, kind, wanted, chosen_at, surface, privacy_version)
      select ${id}, id, ${kind}, 0, ${at}, 'unsubscribe', ${privacyVersion} from accounts
      where ${whose} and 1 = (select wanted from mail_choices where account_id = accounts.id and kind = ${kind} order by chosen_at desc, mail_choices.rowid desc limit 1)`),
  );
  const ids = sql`(select value from json_each(${JSON.stringify(made.map(({ id }) => id))}))`;
  const noted = db.run(sql`
    insert into activity (id, account_id, at, kind, details)
    select ${newId()}, id, ${at}, ${line}, '{}' from accounts
    where ${whose} and exists (select 1 from mail_choices where id in ${ids})`);
  return kinds.length === 0 ? [] : [...choices, noted];
}
