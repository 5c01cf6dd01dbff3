import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { mails } from '#db/schema/account-tables.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { MAIL_BUDGETS } from '#worker/promises/model/mail-budgets.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Puts mails into the outbox, in the batch of their cause: a key that stands there already stays as it is, and one that its recipient
 * did not ask for is held back once a budget is used up. Later statements of the batch can look at its state.
 */
export function queueStatements(db: Database, prepared: readonly PreparedMail[]): readonly BatchItem<'sqlite'>[] {
  return prepared.map((mail) =>
    db.run(sql`
      insert into ${mails} (id, key, kind, account_id, recipient, masked, sealed, language, asked_for, network, state, created_at, due_at, expires_at)
      select ${mail.id}, ${mail.key}, ${mail.kind}, ${mail.accountId}, ${mail.recipient}, ${mail.masked}, ${mail.sealed}, ${mail.language},
        ${mail.askedFor ? 1 : 0}, ${mail.network}, iif(${hasRoom(mail)}, 'waiting', 'held'), ${mail.createdAt}, ${mail.dueAt}, ${mail.expiresAt}
      where true on conflict (key) do nothing`),
  );
}

/**
 * For a mail to an address that nobody here has, after all others of its batch: it is not sent, and nothing is left to read of it. It goes on counting
 * as one that was sent does, or what a budget still lets through would tell who has an account or an ad.
 */
export function toNobodyStatements(db: Database, id: string, where: SQL = sql`true`): readonly BatchItem<'sqlite'>[] {
  return [
    db.run(sql`delete from mails where id = ${id} and state = 'held' and ${where}`),
    db.run(sql`update mails set sealed = null, masked = ${TO_NOBODY}, state = 'expired' where id = ${id} and ${where}`),
  ];
}

/** Instead of an address. */
export const TO_NOBODY = '';

/** Counted in the statement that writes: nobody gets past it by asking many times at once. */
function hasRoom({ askedFor, recipient, network, createdAt }: PreparedMail): SQL {
  if (askedFor) return sql`true`;
  const { recipient: each, network: all } = MAIL_BUDGETS;
  const ofRecipient = sql`recipient = ${recipient}`;
  const ofNetwork = sql`network = ${network}`;
  return sql`${unasked(ofRecipient, createdAt - HOUR)} < ${each.hourly} and ${unasked(ofRecipient, createdAt - DAY)} < ${each.daily}
    and ${unasked(ofNetwork, createdAt - HOUR)} < ${all.hourly} and ${unasked(ofNetwork, createdAt - DAY)} < ${all.daily}`;
}

/** What was held back does not count: nobody uses up tomorrow's room for somebody else. */
function unasked(whose: SQL, since: number): SQL {
  return sql`(select count(*) from mails where ${whose} and created_at > ${since} and asked_for = 0 and state <> 'held')`;
}
