import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { restoreStatements } from '#db/repositories/account-before.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { addressChanges, challenges, factorLosses, knownBrowsers, linkTokens } from '#db/schema/account-tables.ts';
import type { AccountBefore } from '#worker/accounts/model/account-before.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface Undone {
  readonly change: { readonly id: string; readonly accountId: string; readonly confirmedAt: number };
  /** Of the link that was pressed. */
  readonly linkId: string;
  readonly now: number;
  readonly before: AccountBefore;
  readonly resetBlockedUntil: number;
  readonly line: ActivityLine;
  readonly mails: readonly PreparedMail[];
}

/**
 * Puts an account back to where it was before a change of its address; changes that came after are undone with it. Whatever opened a way in
 * since (factors, sessions, links, half-way sign-ins) is gone, and every browser is new again. False when the link is used up, or another account has the
 * address by now: then nothing happened.
 */
export function undo(db: Database, undone: Undone): Promise<boolean> {
  const { change, linkId, now, before, line, mails } = undone;
  const { accountId } = change;
  const isTheirs = eq(addressChanges.accountId, accountId);
  const since = and(isTheirs, gte(addressChanges.confirmedAt, change.confirmedAt), isNull(addressChanges.undoneAt));
  return runOrNothing(db, [
    ...useLinkStatements(db, { id: linkId, kind: 'undo-address', now }),
    orNothing(db, mayReturn(undone)),
    ...restoreStatements(db, { ...undone, accountId, before }),
    db.update(addressChanges).set({ undoneAt: now, before: null }).where(since),
    db.delete(addressChanges).where(and(isTheirs, isNull(addressChanges.confirmedAt))),
    db.delete(linkTokens).where(and(eq(linkTokens.accountId, accountId), or(isNull(linkTokens.changeId), opensNothingNow))),
    db.delete(factorLosses).where(eq(factorLosses.accountId, accountId)),
    db.delete(challenges).where(eq(challenges.accountId, accountId)),
    // No cookie names these any more. They stay, so that the next sign-in is news: without any other browser it would be the account's first.
    db.update(knownBrowsers).set({ id: sql`lower(hex(randomblob(32)))` }).where(eq(knownBrowsers.accountId, accountId)),
    ...endSessionsStatements(db, { accountId, exceptId: null }),
    ...activityStatements(db, line),
    ...queueStatements(db, mails),
  ]);
}

/** Links of earlier changes stay: whoever had the address before them may still take it back. */
const opensNothingNow = sql`${linkTokens.changeId} not in (select id from address_changes where confirmed_at is not null and undone_at is null)`;

function mayReturn({ change, before }: Undone) {
  return sql`exists (select 1 from address_changes where id = ${change.id} and confirmed_at is not null and undone_at is null)
    and not exists (select 1 from accounts where email_key = ${before.emailKey} and id <> ${change.accountId})`;
}
