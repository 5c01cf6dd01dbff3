import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { accounts, activity } from '#db/schema/account-tables.ts';
import { ACTIVITY_KINDS, type ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import { newId } from '#worker/kernel/random.ts';

/** Writes one line into the activity of an account, for the batch of its cause; what counts as use begins the account's months anew. */
export function activityStatements(db: Database, line: ActivityLine): readonly BatchItem<'sqlite'>[] {
  const written = db.insert(activity).values({ id: newId(), ...line });
  if (!ACTIVITY_KINDS[line.kind].isUse) return [written];
  const used = { activeAt: line.at, inactivityWarnings: 0 };
  return [written, db.update(accounts).set(used).where(sql`${accounts.id} = ${line.accountId}`)];
}
