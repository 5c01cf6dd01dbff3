import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import type { Told } from '#db/repositories/factors.ts';
import { endWaitingStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts, passkeys, recoveryCodes, totpFactors, totpUses } from '#db/schema/account-tables.ts';
import type { StoredPasskey } from '#worker/accounts/model/factors.ts';

/** A change of what stands beside a password: nothing happens where the factors are not those that were looked at any more. */
export interface FactorChange extends Told {
  readonly accountId: string;
  readonly now: number;
  /** How many factors there were. */
  readonly before: number;
  /** The session that stays; every other one ends. */
  readonly keeps: string;
  /** Keyed hashes of new recovery codes, which take the place of all others; null leaves them alone. */
  readonly codes: readonly string[] | null;
}

export type FactorRef = { readonly is: 'app' } | { readonly is: 'passkey'; readonly id: string };

export interface FactorRemoved extends FactorChange {
  readonly factor: FactorRef;
  /** Of a password that is chosen with it. */
  readonly passwordHash: string | null;
}

export type FactorChangesRepository = ReturnType<typeof factorChangesRepository>;

/** Each is one batch, and false where nothing happened. */
export function factorChangesRepository(db: Database) {
  return {
    addApp: (change: FactorChange & { readonly secret: string }) => addApp(db, change),
    addPasskey: (change: FactorChange & { readonly passkey: NewPasskey }) => addPasskey(db, change),
    remove: (removed: FactorRemoved) => remove(db, removed),
    makeCodes: (change: FactorChange) => runOrNothing(db, changeStatements(db, change)),
    rename: (named: { readonly accountId: string; readonly id: string; readonly name: string }) => rename(db, named),
  };
}

type NewPasskey = Omit<StoredPasskey, 'accountId' | 'createdAt' | 'usedAt'>;

function addApp(db: Database, { secret, ...change }: FactorChange & { readonly secret: string }): Promise<boolean> {
  const { accountId, now } = change;
  return runOrNothing(db, [
    orNothing(db, sql`not exists (select 1 from totp_factors where account_id = ${accountId})`),
    ...changeStatements(db, change),
    db.insert(totpFactors).values({ accountId, secret, createdAt: now }),
  ]);
}

function addPasskey(db: Database, { passkey, ...change }: FactorChange & { readonly passkey: NewPasskey }): Promise<boolean> {
  const { accountId, now } = change;
  return runOrNothing(db, [
    orNothing(db, sql`not exists (select 1 from passkeys where id = ${passkey.id})`),
    ...changeStatements(db, change),
    db.insert(passkeys).values({ ...passkey, publicKey: Buffer.from(passkey.publicKey), accountId, createdAt: now }),
  ]);
}

/** With the last factor go the recovery codes: they stand in for nothing any more. */
function remove(db: Database, { factor, passwordHash, ...change }: FactorRemoved): Promise<boolean> {
  const { accountId, before } = change;
  const own = { app: eq(totpFactors.accountId, accountId), passkey: eq(passkeys.accountId, accountId) };
  const removed =
    factor.is === 'app'
      ? [orNothing(db, sql`exists (select 1 from ${totpFactors} where ${own.app})`), ...appStatements(db, accountId)]
      : [
          orNothing(db, sql`exists (select 1 from ${passkeys} where ${and(own.passkey, eq(passkeys.id, factor.id))})`),
          db.delete(passkeys).where(and(own.passkey, eq(passkeys.id, factor.id))),
        ];
  const password =
    passwordHash === null
      ? []
      : [db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)), ...endWaitingStatements(db, accountId)];
  const codes = before === 1 ? [db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))] : [];
  return runOrNothing(db, [...changeStatements(db, change), ...removed, ...codes, ...password]);
}

async function rename(db: Database, { accountId, id, name }: { accountId: string; id: string; name: string }): Promise<boolean> {
  const own = and(eq(passkeys.id, id), eq(passkeys.accountId, accountId));
  return (await db.update(passkeys).set({ name }).where(own).returning({ id: passkeys.id })).length > 0;
}

/** Takes everything away that stands beside a password, for the batch of what does so. */
export function withoutFactorsStatements(db: Database, accountId: string): readonly BatchItem<'sqlite'>[] {
  return [
    ...appStatements(db, accountId),
    db.delete(passkeys).where(eq(passkeys.accountId, accountId)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
  ];
}

function appStatements(db: Database, accountId: string): readonly BatchItem<'sqlite'>[] {
  return [db.delete(totpFactors).where(eq(totpFactors.accountId, accountId)), db.delete(totpUses).where(eq(totpUses.accountId, accountId))];
}

function changeStatements(db: Database, change: FactorChange): readonly BatchItem<'sqlite'>[] {
  const { accountId, now, before, keeps, codes, lines, mails } = change;
  const count = sql`(select count(*) from totp_factors where account_id = ${accountId}) + (select count(*) from passkeys where account_id = ${accountId})`;
  const made = (codes ?? []).map((id) => ({ id, accountId, createdAt: now }));
  return [
    orNothing(db, sql`${count} = ${before}`),
    ...(made.length === 0
      ? []
      : [db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)), db.insert(recoveryCodes).values(made)]),
    ...endSessionsStatements(db, { accountId, exceptId: keeps }),
    ...lines.flatMap((line) => activityStatements(db, line)),
    ...queueStatements(db, mails),
  ];
}
