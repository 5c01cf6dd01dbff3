import { and, eq, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { accountAsItIs } from '#db/repositories/account-before.ts';
import type { AccountRow } from '#db/repositories/accounts.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { issueLinkStatements, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { type Undone, undo } from '#db/repositories/undo-address-change.ts';
import { accounts, addressChanges, linkTokens, mails, sessions } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type AddressChange = typeof addressChanges.$inferSelect;
export type AddressChangesRepository = ReturnType<typeof addressChangesRepository>;

/** Changes of address, from the wish to the end of their undoing. */
export function addressChangesRepository(db: Database) {
  return {
    find: async (id: string): Promise<AddressChange | null> =>
      (await db.select().from(addressChanges).where(eq(addressChanges.id, id)))[0] ?? null,
    accountAsItIs: (accountId: string) => accountAsItIs(db, accountId),
    ask: (asked: Asked) => ask(db, asked),
    confirm: (confirmed: Confirmed) => confirm(db, confirmed),
    undo: (undone: Undone) => undo(db, undone),
  };
}

interface Told {
  readonly line: ActivityLine;
  readonly mail: PreparedMail;
}

export interface Asked extends Told {
  readonly change: Pick<AddressChange, 'id' | 'accountId' | 'oldEmail' | 'newEmail' | 'newEmailKey' | 'askedAt'>;
  readonly link: NewLink;
}

/** Writes a wish down; an older one that was not confirmed is forgotten. */
async function ask(db: Database, { change, link, line, mail }: Asked): Promise<void> {
  const older = and(eq(addressChanges.accountId, change.accountId), isNull(addressChanges.confirmedAt));
  await runBatch(db, [
    db.delete(addressChanges).where(older),
    db.insert(addressChanges).values(change),
    ...issueLinkStatements(db, link),
    ...activityStatements(db, line),
    ...queueStatements(db, [mail]),
  ]);
}

export interface Confirmed extends Told {
  readonly change: AddressChange;
  /** Of the link that was pressed. */
  readonly linkId: string;
  readonly now: number;
  /** The account as it was when `before` was sealed. */
  readonly standing: Pick<AccountRow, 'emailKey' | 'passwordHash'>;
  readonly before: string;
  /** The keyed hash of the old address, that mails to it carry. */
  readonly oldRecipient: string;
  /** Opens the undoing. */
  readonly undoLink: NewLink;
  /** The session that goes on, under another id. */
  readonly session: { readonly id: string; readonly newId: string } | null;
}

/** Changes the address. False when the link is used up, the account changed meanwhile, or somebody has the address by now: then nothing happened. */
function confirm(db: Database, confirmed: Confirmed): Promise<boolean> {
  const { change, linkId, now, undoLink, before, oldRecipient, line, mail } = confirmed;
  const { accountId, newEmail, newEmailKey } = change;
  return runOrNothing(db, [
    ...useLinkStatements(db, { id: linkId, kind: 'confirm-address', now }),
    orNothing(db, maySwitch(confirmed)),
    db.update(accounts).set({ email: newEmail, emailKey: newEmailKey }).where(eq(accounts.id, accountId)),
    // Mails from before there was an account were found by the old address alone: from now on they are found by the account.
    db
      .update(mails)
      .set({ accountId })
      .where(and(eq(mails.recipient, oldRecipient), isNull(mails.accountId))),
    db.update(addressChanges).set({ confirmedAt: now, before }).where(eq(addressChanges.id, change.id)),
    // What lies unopened in the old mailbox opens nothing any more; undoing an earlier change still does.
    db.delete(linkTokens).where(sql`${eq(linkTokens.accountId, accountId)} and ${linkTokens.kind} <> 'undo-address'`),
    db.insert(linkTokens).values(undoLink),
    ...sessionsAfter(db, confirmed),
    ...activityStatements(db, line),
    ...queueStatements(db, [mail]),
  ]);
}

function maySwitch({ change, standing }: Confirmed) {
  const { id, accountId, newEmailKey } = change;
  return sql`exists (select 1 from address_changes where id = ${id} and confirmed_at is null)
    and exists (select 1 from accounts where id = ${accountId} and email_key = ${standing.emailKey} and password_hash = ${standing.passwordHash})
    and not exists (select 1 from accounts where email_key = ${newEmailKey} and id <> ${accountId})`;
}

function sessionsAfter(db: Database, { change: { accountId }, session }: Confirmed): readonly BatchItem<'sqlite'>[] {
  if (session === null) return endSessionsStatements(db, { accountId, exceptId: null });
  const { id, newId } = session;
  const own = and(eq(sessions.id, id), eq(sessions.accountId, accountId));
  return [db.update(sessions).set({ id: newId }).where(own), ...endSessionsStatements(db, { accountId, exceptId: newId })];
}
