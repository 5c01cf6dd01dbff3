import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { accounts, factorLosses, passkeys, recoveryCodes, totpFactors, totpUses } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { Factors, StoredPasskey } from '#worker/accounts/model/factors.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** What the account's person learns of a change, written with it. */
export interface Told {
  readonly lines: readonly ActivityLine[];
  readonly mails: readonly PreparedMail[];
}

export interface CodeUse extends Told {
  /** Keyed hash of the code. */
  readonly id: string;
  readonly accountId: string;
  readonly now: number;
}

export type FactorsRepository = ReturnType<typeof factorsRepository>;

/** What stands beside the password of an account, and its use. */
export function factorsRepository(db: Database) {
  return {
    of: (accountId: string) => factorsOf(db, accountId),
    useStep: (use: { readonly accountId: string; readonly step: number; readonly now: number }) => useStep(db, use),
    useRecoveryCode: (use: CodeUse) => useRecoveryCode(db, use),
    passkey: (id: string) => findPasskey(db, id),
    usePasskey: (use: PasskeyUse) => usePasskey(db, use),
  };
}

/** One round trip. Null for an account that there is none of. */
async function factorsOf(db: Database, accountId: string): Promise<Factors | null> {
  const { id, email, name, language, role, passwordHash } = accounts;
  const [holders, apps, codes, keys, losses] = await db.batch([
    db.select({ id, email, name, language, role, passwordHash }).from(accounts).where(eq(id, accountId)),
    db.select().from(totpFactors).where(eq(totpFactors.accountId, accountId)),
    db.select({ left: sql<number>`count(*)` }).from(recoveryCodes).where(unused(accountId)),
    db.select().from(passkeys).where(eq(passkeys.accountId, accountId)).orderBy(asc(passkeys.createdAt), asc(passkeys.id)),
    db.select({ liftsAt: factorLosses.liftsAt }).from(factorLosses).where(eq(factorLosses.accountId, accountId)),
  ]);
  const [holder] = holders;
  const [app] = apps;
  if (holder === undefined) return null;
  return {
    holder,
    app: app === undefined ? null : { secret: app.secret, createdAt: app.createdAt },
    codesLeft: codes[0]?.left ?? 0,
    passkeys: keys.map(passkeyOf),
    liftsAt: losses[0]?.liftsAt ?? null,
  };
}

const unused = (accountId: string) => and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));

/** False when the code of that step was used before. */
async function useStep(db: Database, { accountId, step, now }: { accountId: string; step: number; now: number }): Promise<boolean> {
  const used = await db.insert(totpUses).values({ accountId, step, usedAt: now }).onConflictDoNothing().returning({ step: totpUses.step });
  return used.length > 0;
}

/** False for a code that this account does not have, or not any more: then nobody is told anything. */
function useRecoveryCode(db: Database, { id, accountId, now, lines, mails }: CodeUse): Promise<boolean> {
  const code = and(eq(recoveryCodes.id, id), unused(accountId));
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from ${recoveryCodes} where ${code})`),
    db.update(recoveryCodes).set({ usedAt: now }).where(code),
    ...lines.flatMap((line) => activityStatements(db, line)),
    ...queueStatements(db, mails),
  ]);
}

async function findPasskey(db: Database, id: string): Promise<StoredPasskey | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.id, id));
  return row === undefined ? null : passkeyOf(row);
}

export interface PasskeyUse {
  readonly id: string;
  readonly counter: { readonly before: number; readonly after: number };
  readonly now: number;
}

/** False when it was used, counted or removed meanwhile. Many passkeys count nothing and stay at 0. */
async function usePasskey(db: Database, { id, counter, now }: PasskeyUse): Promise<boolean> {
  const used = await db
    .update(passkeys)
    .set({ counter: counter.after, usedAt: now })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter.before)))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

function passkeyOf({ publicKey, ...row }: typeof passkeys.$inferSelect): StoredPasskey {
  return { ...row, publicKey: Uint8Array.from(publicKey) };
}
