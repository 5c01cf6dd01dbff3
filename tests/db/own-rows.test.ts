import type { Client } from '@libsql/client/web';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AD_TABLES, OWN_TABLES } from '#db/own-tables.ts';
import { ownRowsRepository } from '#db/repositories/own-rows.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { type FilledPerson, fillEveryTable } from '#tests/support/own-rows.ts';
import { aGig, aPost, makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { copyOf } from '#worker/privacy/model/copy.ts';
import { copyFiles } from '#worker/privacy/model/copy-files.ts';
import { FIELD_WORDS, PART_WORDS } from '#worker/privacy/model/copy-words.ts';
import { policyOf } from '#worker/promises/model/policy.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
/** Late enough for every row to be told of. */
const A_YEAR = 366 * 86_400_000;

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const filesOf = async (person: FilledPerson) => {
  const tables = await ownRowsRepository(fresh.db).read(person, NOON + A_YEAR);
  const copy = copyOf({ of: 'account', now: NOON, policy: policyOf(board), language: 'en', publicUrl: 'https://board.example', tables });
  return { tables, files: copyFiles(copy, tables) };
};

/** Tables with a column by which somebody with an account could be found, and that no copy looks into. */
async function missingFromCopies(client: Client): Promise<readonly string[]> {
  const { rows } = await client.execute(`
    select distinct m.name as "table" from sqlite_master as m, pragma_table_info(m.name) as c
      left join pragma_foreign_key_list(m.name) as k on k."from" = c.name
    where m.type = 'table' and (k."table" = 'accounts' or c.name = 'recipient' or c.name like '%account%' or c.name like '%email%')`);
  const known = new Set(OWN_TABLES.map(({ table }) => table));
  return rows.map(({ table }) => String(table)).filter((table) => !known.has(table));
}

test('no table that knows an account or an address is missing from the copy', proves('copy-by-button'), async () => {
  expect(await missingFromCopies(fresh.client)).toEqual([]);
  await fresh.client.execute('create table letters (id text primary key, written_by text references accounts (id))');
  await fresh.client.execute('create table drafts (id text primary key, account_id text)');
  await fresh.client.execute('create table invitations (id text primary key, to_email text)');
  expect((await missingFromCopies(fresh.client)).toSorted()).toEqual(['drafts', 'invitations', 'letters']);
});

test('the copy shows every value that is not left out, for programs and for people, and no other', proves('copy-by-button'), async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  const { files } = await filesOf(mine);
  const shown = [files['your-data.json'] ?? '', files['your-data.html'] ?? ''];
  for (const { table, fields, leftOut } of OWN_TABLES) {
    for (const { column, is, name } of fields) {
      const value = mine.values[table]?.[column];
      if (is === 'boolean' || value === null) continue;
      const [inJson, inHtml] =
        is === 'time' ? [new Date(Number(value)).toISOString(), saidTime(Number(value))] : [plain(value), plain(value)];
      expect(shown[0], `${table}.${name} in the JSON`).toContain(inJson);
      // The list of activity says its lines as sentences.
      if (table !== 'activity' || column === 'at') expect(shown[1], `${table}.${name} in the page`).toContain(inHtml);
    }
    for (const { name } of leftOut) {
      const value = mine.values[table]?.[snake(name)];
      // The number of the account stands in many places.
      if (value === mine.accountId || typeof value === 'number') continue;
      for (const text of shown) expect(text, `${table}.${name}`).not.toContain(plain(value));
    }
  }
});

/** Whatever the data map says of them: hashes, seals and secrets. */
const NEVER = [
  ['accounts', 'password_hash'],
  ['sign_ups', 'password_hash'],
  ['link_tokens', 'id'],
  ['sessions', 'id'],
  ['known_browsers', 'id'],
  ['challenges', 'id'],
  ['challenges', 'challenge'],
  ['totp_factors', 'secret'],
  ['recovery_codes', 'id'],
  ['passkeys', 'public_key'],
  ['address_changes', 'before'],
  ['mails', 'key'],
  ['mails', 'recipient'],
  ['mails', 'sealed'],
  ['mails', 'network'],
  ['mail_suppressions', 'recipient'],
] as const;

test('no hash, no seal and no secret is in it, and each is named with the reason', async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  const { files } = await filesOf(mine);
  const text = Object.values(files).join('\n');
  for (const [table, column] of NEVER) {
    expect(text, `${table}.${column}`).not.toContain(plain(mine.values[table]?.[column]));
    const named = OWN_TABLES.find((one) => one.table === table)?.leftOut.find(({ name }) => snake(name) === column);
    expect(named?.because, `${table}.${column}`).toMatch(/^(it|your) /);
  }
});

test('nothing of anybody else is in it, not even where a mail to one was caused by the other', proves('copy-by-button'), async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  const theirs = await fillEveryTable(fresh.client, { word: 'quagga', from: NOON - 900_000_000 });
  await fresh.client.execute({
    sql: "update mails set account_id = ? where recipient = ? and id like 'zyzzyva%'",
    args: [theirs.accountId, mine.recipient],
  });
  const { files } = await filesOf(mine);
  const text = Object.values(files).join('\n');
  expect(text).toContain('zyzzyva mails masked');
  expect(text).not.toContain('quagga');
  expect(text).not.toContain(theirs.recipient);
  for (const row of Object.values(theirs.values))
    for (const value of Object.values(row))
      if (typeof value === 'number' && value > 1) expect(text).not.toContain(new Date(value).toISOString());
});

test('mail that went to a former address of the same account is in it', async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  await fresh.client.execute("update mails set recipient = 'the hash of a former address'");
  const { tables } = await filesOf(mine);
  expect(tables.find(({ name }) => name === 'mails')?.rows).toHaveLength(1);
});

test('what looks like a moment is written as one, and every other number is small', async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  const { tables } = await filesOf(mine);
  const numbers = tables.flatMap(({ name, fields }) => fields.flatMap((field) => (field.is === 'number' ? [`${name}.${field.name}`] : [])));
  expect(numbers.toSorted()).toEqual([
    'accounts.inactivityWarnings',
    'accounts.privacyVersion',
    'accounts.statedAge',
    'accounts.termsVersion',
    'challenges.attempts',
    'dataExports.bytes',
    'factorLosses.announced',
    'mailChoices.privacyVersion',
    'signUps.privacyVersion',
    'signUps.statedAge',
    'signUps.termsVersion',
    'totpUses.step',
  ]);
});

test('a disclosure that the law keeps secret is in no copy until its day', proves('disclosures-logged'), async () => {
  const mine = await fillEveryTable(fresh.client, { word: 'zyzzyva', from: NOON - 5_000_000 });
  const shown = async (now: number) => (await ownRowsRepository(fresh.db).read(mine, now)).find(({ name }) => name === 'disclosures')?.rows;
  await fresh.client.execute(`update disclosures set secret_until = ${NOON}`);
  expect(await shown(NOON - 1)).toEqual([]);
  expect(await shown(NOON)).toMatchObject([{ authority: 'zyzzyva disclosures authority' }]);
  await fresh.client.execute('update disclosures set secret_until = null');
  expect(await shown(1)).toHaveLength(1);
});

test('the words of one’s own adverts are in it, and those of an employer’s are not', async () => {
  const account = await makeAccount(fresh.db);
  const author = { is: 'member', accountId: account.id } as const;
  const own = await makePost(fresh.db, { author, state: 'published', content: aGig({ title: 'Clocks mended' }) });
  const employer = await makeEmployer(fresh.db);
  await fresh.db.insert(employerMembers).values({ employerSeq: employer.seq, accountId: account.id, role: 'recruiter', since: NOON });
  await makePost(fresh.db, { author, employer, state: 'published', content: aPost({ title: 'Porter of the firm' }) });
  const { files } = await filesOf({ accountId: account.id, emailKey: account.email, recipient: 'none', values: {} });
  expect(files['your-data.json']).toContain(own.content.title);
  expect(files['your-data.html']).toContain(own.content.title);
  expect(files['your-data.json']).not.toContain('Porter of the firm');
});

test('each part and each field has a name in words, and no word is left without a field', () => {
  const tables = [...OWN_TABLES, ...AD_TABLES];
  const fields = tables.flatMap((table) => [...table.fields, ...table.leftOut].map(({ name }) => name));
  expect([...new Set(tables.map(({ name }) => name))].toSorted()).toEqual(Object.keys(PART_WORDS).toSorted());
  expect([...new Set(fields)].toSorted()).toEqual(Object.keys(FIELD_WORDS).toSorted());
});

test('whoever has nothing but an account gets a copy that says so', async () => {
  const { tables, files } = await filesOf({ accountId: 'nobody', emailKey: 'nobody@mail.example', recipient: 'none', values: {} });
  expect(tables.every(({ rows }) => rows.length === 0)).toBe(true);
  expect(files['your-data.html']).toContain('Where nothing is kept');
});

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
const saidTime = (moment: number) => TIME.format(new Date(moment));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function plain(value: unknown): string {
  const text = value instanceof Uint8Array || value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value);
  return text.startsWith('[') || text.startsWith('{') ? String(Object.values(JSON.parse(text))[0]) : text;
}
