import { type SQL, sql } from 'drizzle-orm';
import type { PersonKey } from '#db/data-map/entry.ts';
import { type PersonTable, personTables } from '#db/data-map.ts';
import { hasWords, overwrite, overwriteMarked } from '#db/repositories/overwrite.ts';
import type { Person } from '#worker/privacy/model/person.ts';

/** Somebody, and the moment of their erasure: with the same address something new may begin right after. */
export interface Erased {
  readonly person: Person;
  readonly at: number;
}

/** Changes of address are also found by the address that somebody wanted. */
function foundBy({ sqlName, person }: PersonTable): PersonKey {
  return sqlName === WISHES ? { by: 'address', column: 'new_email_key' } : person;
}

const WISHES = 'address_changes';

/** When a row was written that is found by an address. */
const WRITTEN: Readonly<Record<string, string>> = {
  sign_ups: 'created_at',
  mails: 'created_at',
  mail_suppressions: 'at',
  employer_invitations: 'created_at',
  relay_messages: 'created_at',
};

/** All tables with rows that go with an account; the account itself comes last, for the others hang on it. */
export function tablesOfPersons(): readonly PersonTable[] {
  const all = personTables().filter(({ person }) => person.stays !== true);
  return [...all.filter(({ table }) => table !== 'accounts'), ...all.filter(({ table }) => table === 'accounts')];
}

/** Which rows of a table are somebody's, but receipts of an erasure: these end by their own rule. */
export function rowsOf({ sqlName, person: key, columns }: PersonTable, { person, at }: Erased): SQL {
  const column = sql.raw(key.column);
  if (sqlName === WISHES) return sql`(${column} = ${person.accountId} or ${isOthersWish({ person, at })})`;
  if (key.by === 'account') return sql`${column} = ${person.accountId}`;
  const written = WRITTEN[sqlName];
  if (written === undefined) throw new Error(`It is not said when a row of ${sqlName} was written.`);
  const byAddress = sql`${column} = ${key.by === 'address' ? person.emailKey : person.recipient} and ${sql.raw(written)} <= ${at}`;
  const byAccount = columns.includes('account_id') ? sql`account_id = ${person.accountId}` : sql`false`;
  const isOther = sqlName === 'mails' ? sql`kind <> 'deletion-receipt'` : sql`true`;
  return sql`(${byAccount} or (${byAddress})) and ${isOther}`;
}

/** Another account wanted this address, whose owner was told: the address goes with its owner, and nothing came of that wish. */
function isOthersWish({ person, at }: Erased): SQL {
  return sql`new_email_key = ${person.emailKey} and confirmed_at is null and asked_at <= ${at}`;
}

/** Takes somebody's rows out of a table, their words overwritten first. `mark` is random and as long as what rows are found by. */
export function eraseRows(table: PersonTable, erased: Erased, mark: (bytes: number) => string): readonly SQL[] {
  const where = rowsOf(table, erased);
  const name = sql.raw(table.sqlName);
  const { by, column } = foundBy(table);
  if (by === 'account') return [...(hasWords(table.table) ? [overwrite(table.table, where)] : []), sql`delete from ${name} where ${where}`];
  const marked = mark(by === 'address' ? erased.person.emailKey.length : erased.person.recipient.length);
  return [overwriteMarked(table.table, { where, column, mark: marked }), sql`delete from ${name} where ${sql.raw(column)} = ${marked}`];
}
