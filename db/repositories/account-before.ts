import { Buffer } from 'node:buffer';
import { eq, notInArray, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database } from '#db/client.ts';
import { accounts, passkeys, recoveryCodes, totpFactors } from '#db/schema/account-tables.ts';
import type { AccountBefore } from '#worker/accounts/model/account-before.ts';

/** What a change of address has to be able to bring back; null for an account that there is none of. One round trip. */
export async function accountAsItIs(db: Database, accountId: string): Promise<AccountBefore | null> {
  const { email, emailKey, passwordHash } = accounts;
  const [[account], [app], codes, keys] = await db.batch([
    db.select({ email, emailKey, passwordHash }).from(accounts).where(eq(accounts.id, accountId)),
    db.select().from(totpFactors).where(eq(totpFactors.accountId, accountId)),
    db.select().from(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
    db.select().from(passkeys).where(eq(passkeys.accountId, accountId)),
  ]);
  if (account === undefined) return null;
  return {
    ...account,
    app: app === undefined ? null : { secret: app.secret, createdAt: app.createdAt },
    codes: codes.map(({ id, createdAt, usedAt }) => ({ id, createdAt, usedAt })),
    passkeys: keys.map(({ accountId: _, publicKey, ...key }) => ({ ...key, publicKey: Buffer.from(publicKey).toString('base64') })),
  };
}

export interface Restored {
  readonly accountId: string;
  readonly before: AccountBefore;
  /** Until when the mailbox alone does not reset the password. */
  readonly resetBlockedUntil: number;
}

/** Brings address, password and factors back as they were, for the batch of an undoing; factors that were added since go. */
export function restoreStatements(db: Database, { accountId, before, resetBlockedUntil }: Restored): readonly BatchItem<'sqlite'>[] {
  const { email, emailKey, passwordHash, app } = before;
  const codes = before.codes.map((code) =>
    db
      .insert(recoveryCodes)
      .values({ ...code, accountId })
      .onConflictDoNothing(),
  );
  const keys = before.passkeys.map(({ publicKey, ...key }) =>
    db
      .insert(passkeys)
      .values({ ...key, accountId, publicKey: Buffer.from(publicKey, 'base64') })
      .onConflictDoNothing(),
  );
  return [
    db.update(accounts).set({ email, emailKey, passwordHash, resetBlockedUntil }).where(eq(accounts.id, accountId)),
    db.delete(totpFactors).where(eq(totpFactors.accountId, accountId)),
    ...(app === null ? [] : [db.insert(totpFactors).values({ ...app, accountId })]),
    db.delete(recoveryCodes).where(addedSince(recoveryCodes, { accountId, ids: before.codes.map(({ id }) => id) })),
    db.delete(passkeys).where(addedSince(passkeys, { accountId, ids: before.passkeys.map(({ id }) => id) })),
    ...codes,
    ...keys,
  ];
}

/** What stood then and still stands is left alone: a code that was used meanwhile stays used, a passkey has counted on. */
function addedSince(
  table: { readonly id: SQLiteColumn; readonly accountId: SQLiteColumn },
  { accountId, ids }: { readonly accountId: string; readonly ids: readonly string[] },
): SQL {
  return sql`${eq(table.accountId, accountId)} and ${notInArray(table.id, [...ids])}`;
}
