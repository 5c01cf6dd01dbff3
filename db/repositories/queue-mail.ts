import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { mails } from '#db/schema/account-tables.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** Puts mails into the outbox, in the batch of their cause: a key that stands there already stays as it is. */
export function queueStatements(db: Database, prepared: readonly PreparedMail[]): readonly BatchItem<'sqlite'>[] {
  return prepared.map((mail) =>
    db
      .insert(mails)
      .values({ ...mail, state: 'waiting' })
      .onConflictDoNothing({ target: mails.key }),
  );
}
