import type { Client } from '@libsql/client';
import { expect } from 'vitest';
import type { LibsqlTarget } from '#tests/support/libsql-target.ts';

export interface LibsqlCaseContext {
  readonly client: Client;
  readonly target: LibsqlTarget;
  /** A table of this case's own: `id` integer primary key, `name` unique text, `amount` without a type. */
  readonly table: string;
}

export interface LibsqlCase {
  readonly name: string;
  /** Why the driver for files need not behave so. */
  readonly notForFiles?: string;
  run(context: LibsqlCaseContext): Promise<void>;
}

const otherCodes = 'the file driver passes on SQLite’s own codes';
const lenient = 'the file driver lets it pass';

/** What any libSQL server does, and the local one with it: the contract between this machine and production. */
export const libsqlCases: readonly LibsqlCase[] = [
  {
    name: 'positional arguments keep their types',
    async run({ client }) {
      const args = [null, 'text', 1.5, 7n, new Uint8Array([1, 2])];
      const { rows } = await client.execute({ sql: `select ${args.map(() => 'typeof(?)').join(', ')}`, args });
      expect(Array.from(rows[0] ?? [])).toEqual(['null', 'text', 'real', 'integer', 'blob']);
    },
  },
  {
    name: 'named arguments are found with each of the three prefixes',
    async run({ client }) {
      const { rows } = await client.execute({ sql: 'select :a, @b, $c, :a', args: { a: 'one', b: 'two', c: 'three' } });
      expect(Array.from(rows[0] ?? [])).toEqual(['one', 'two', 'three', 'one']);
    },
  },
  {
    name: 'numbered parameters take their own argument',
    async run({ client }) {
      const { rows } = await client.execute({ sql: "select ?2 || ?1, '?', ?1 -- ?9", args: ['a', 'b'] });
      expect(Array.from(rows[0] ?? [])).toEqual(['ba', '?', 'a']);
    },
  },
  {
    name: 'a blob comes back byte for byte',
    async run({ client, table }) {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      await client.execute({ sql: `insert into ${table} (amount) values (?)`, args: [bytes] });
      const { rows } = await client.execute(`select amount from ${table}`);
      const amount = rows[0]?.['amount'];
      expect(amount instanceof ArrayBuffer && new Uint8Array(amount)).toEqual(bytes);
    },
  },
  {
    name: 'a 64-bit integer loses no digit on the way in and out',
    async run({ target }) {
      const client = target.client('bigint');
      const { rows } = await client.execute({ sql: 'select ?, ?, 9007199254740993', args: [2n ** 63n - 1n, -(2n ** 63n)] });
      expect(Array.from(rows[0] ?? [])).toEqual([9223372036854775807n, -9223372036854775808n, 9007199254740993n]);
      client.close();
    },
  },
  {
    name: 'a row id beyond 2^53 is told exactly',
    notForFiles: 'the file driver hands row ids over as floats',
    async run({ client, table }) {
      const { lastInsertRowid } = await client.execute(`insert into ${table} (id) values (9007199254740993)`);
      expect(lastInsertRowid).toBe(9007199254740993n);
    },
  },
  {
    name: 'a write tells how many rows it touched',
    async run({ client, table }) {
      const inserted = await client.execute(`insert into ${table} (name) values ('a'), ('b'), ('c')`);
      const updated = await client.execute(`update ${table} set amount = 1 where name > 'a'`);
      const none = await client.execute(`delete from ${table} where name = 'z'`);
      expect([inserted.rowsAffected, updated.rowsAffected, none.rowsAffected]).toEqual([3, 2, 0]);
      expect(inserted.lastInsertRowid).toBe(3n);
    },
  },
  {
    name: 'a write with RETURNING tells its rows and how many it touched',
    notForFiles: 'the file driver counts no rows for RETURNING',
    async run({ client, table }) {
      const inserted = await client.execute(`insert into ${table} (name) values ('a'), ('b') returning id, name`);
      expect(inserted.rows.map((row) => Array.from(row))).toEqual([
        [1, 'a'],
        [2, 'b'],
      ]);
      expect(inserted.rowsAffected).toBe(2);
      expect((await client.execute(`update ${table} set amount = 1 where id > 9 returning id`)).rowsAffected).toBe(0);
      expect((await client.execute(`select * from ${table}`)).rowsAffected).toBe(0);
    },
  },
  {
    name: 'columns come with their names and declared types, also when two are alike',
    async run({ client, table }) {
      const result = await client.execute(`select id, name, amount, id from ${table}`);
      expect(result.columns).toEqual(['id', 'name', 'amount', 'id']);
      expect(result.columnTypes.map((type) => type.toUpperCase())).toEqual(['INTEGER', 'TEXT', '', 'INTEGER']);
    },
  },
  {
    name: 'LIMIT takes a number, which travels as a float',
    async run({ client, table }) {
      await client.execute(`insert into ${table} (name) values ('a'), ('b'), ('c')`);
      const { rows } = await client.execute({ sql: `select name from ${table} order by id limit ? offset ?`, args: [1, 1] });
      expect(rows.map((row) => row['name'])).toEqual(['b']);
    },
  },
  {
    name: 'a duplicate is a constraint failure that names its column',
    notForFiles: otherCodes,
    async run({ client, table }) {
      await client.execute(`insert into ${table} (name) values ('a')`);
      const again = client.execute(`insert into ${table} (name) values ('a')`);
      await expect(again).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
      await expect(again).rejects.toThrow(`SQLite error: UNIQUE constraint failed: ${table}.name`);
    },
  },
  {
    name: 'foreign keys are enforced',
    notForFiles: otherCodes,
    async run({ client, table }) {
      await client.execute(`create table ${table}_child (parent integer references ${table} (id))`);
      const orphan = client.execute(`insert into ${table}_child values (99)`);
      await expect(orphan).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
      await client.execute(`drop table ${table}_child`);
    },
  },
  {
    name: 'a syntax error is a parse error',
    notForFiles: otherCodes,
    async run({ client }) {
      await expect(client.execute('selec 1')).rejects.toMatchObject({ code: 'SQL_PARSE_ERROR' });
      await expect(client.execute('select 1 from')).rejects.toMatchObject({ code: 'SQL_PARSE_ERROR' });
    },
  },
  {
    name: 'an unknown column is an input error, an unknown table one of SQLite',
    notForFiles: otherCodes,
    async run({ client, table }) {
      await expect(client.execute(`select missing from ${table}`)).rejects.toMatchObject({ code: 'SQL_INPUT_ERROR' });
      await expect(client.execute(`select * from ${table}_nowhere`)).rejects.toMatchObject({ code: 'SQLITE_UNKNOWN' });
    },
  },
  {
    name: 'one execute takes one statement',
    notForFiles: 'the file driver runs the first and forgets the rest',
    async run({ client }) {
      await expect(client.execute('select 1; select 2')).rejects.toMatchObject({ code: 'SQL_MANY_STATEMENTS' });
      await expect(client.execute('-- nothing')).rejects.toMatchObject({ code: 'SQL_NO_STATEMENT' });
      expect((await client.execute("select ';' as mark; -- the end")).rows[0]?.['mark']).toBe(';');
    },
  },
  {
    name: 'too few and too many arguments are refused',
    notForFiles: lenient,
    async run({ client }) {
      await expect(client.execute({ sql: 'select ?, ?', args: [1] })).rejects.toMatchObject({ code: 'ARGS_INVALID' });
      await expect(client.execute({ sql: 'select ?', args: [1, 2] })).rejects.toMatchObject({ code: 'ARGS_INVALID' });
      await expect(client.execute({ sql: 'select :a', args: { b: 1 } })).rejects.toMatchObject({ code: 'ARGS_INVALID' });
    },
  },
  {
    name: 'a batch answers each statement and keeps them all',
    async run({ client, table }) {
      const sql = `insert into ${table} (name) values (?)`;
      const results = await client.batch([{ sql, args: ['a'] }, { sql, args: ['b'] }, `select count(*) as n from ${table}`], 'write');
      expect(results.map(({ rowsAffected }) => rowsAffected)).toEqual([1, 1, 0]);
      expect(results[2]?.rows[0]?.['n']).toBe(2);
    },
  },
  {
    name: 'a batch that fails keeps nothing and names the statement',
    async run({ client, table }) {
      const insert = `insert into ${table} (name) values ('a')`;
      await expect(client.batch([insert, insert, insert], 'write')).rejects.toMatchObject({ statementIndex: 1 });
      expect((await client.execute(`select * from ${table}`)).rows).toEqual([]);
    },
  },
  {
    name: 'a batch may only read',
    async run({ client, table }) {
      const [one, two] = await client.batch(['select 1 as n', `select count(*) as n from ${table}`], 'read');
      expect([one?.rows[0]?.['n'], two?.rows[0]?.['n']]).toEqual([1, 0]);
    },
  },
  {
    name: 'an interactive transaction shows its writes to others only after commit',
    async run({ client, table }) {
      const transaction = await client.transaction('write');
      await transaction.execute(`insert into ${table} (name) values ('a')`);
      const inside = await transaction.execute(`select * from ${table}`);
      const outside = await client.execute(`select * from ${table}`);
      await transaction.commit();
      const after = await client.execute(`select * from ${table}`);
      expect([inside.rows.length, outside.rows.length, after.rows.length]).toEqual([1, 0, 1]);
    },
  },
  {
    name: 'a transaction rolled back leaves nothing',
    async run({ client, table }) {
      const transaction = await client.transaction('write');
      await transaction.batch([`insert into ${table} (name) values ('a')`, `insert into ${table} (name) values ('b')`]);
      await transaction.rollback();
      expect((await client.execute(`select * from ${table}`)).rows).toEqual([]);
    },
  },
  {
    name: 'a transaction closed without commit leaves nothing and lets the next writer in',
    async run({ client, table }) {
      const transaction = await client.transaction('write');
      await transaction.execute(`insert into ${table} (name) values ('a')`);
      transaction.close();
      await client.execute(`insert into ${table} (name) values ('b')`);
      expect((await client.execute(`select name from ${table}`)).rows.map((row) => row['name'])).toEqual(['b']);
    },
  },
  {
    name: 'a read transaction sees one state of the data throughout',
    async run({ client, table }) {
      const transaction = await client.transaction('read');
      const before = await transaction.execute(`select * from ${table}`);
      await client.execute(`insert into ${table} (name) values ('a')`);
      const after = await transaction.execute(`select * from ${table}`);
      await transaction.commit();
      expect([before.rows.length, after.rows.length]).toEqual([0, 0]);
    },
  },
  {
    name: 'a statement that fails in a transaction ends neither it nor what it did before',
    async run({ client, table }) {
      const transaction = await client.transaction('write');
      await transaction.execute(`insert into ${table} (name) values ('a')`);
      await expect(transaction.execute(`insert into ${table} (name) values ('a')`)).rejects.toThrow('UNIQUE');
      await transaction.execute(`insert into ${table} (name) values ('b')`);
      await transaction.commit();
      expect((await client.execute(`select * from ${table}`)).rows.length).toBe(2);
    },
  },
  {
    name: 'a second writer waits for the first instead of failing',
    notForFiles: 'a file answers the second writer with SQLITE_BUSY',
    async run({ client, table }) {
      const first = await client.transaction('write');
      await first.execute(`insert into ${table} (name) values ('first')`);
      const second = client.transaction('write');
      await first.commit();
      const waited = await second;
      await waited.execute(`insert into ${table} (name) values ('second')`);
      await waited.commit();
      expect((await client.execute(`select name from ${table} order by id`)).rows.map((row) => row['name'])).toEqual(['first', 'second']);
    },
  },
  {
    name: 'a deferred transaction may come to write',
    async run({ client, table }) {
      const transaction = await client.transaction('deferred');
      await transaction.execute(`select * from ${table}`);
      await transaction.execute(`insert into ${table} (name) values ('a')`);
      await transaction.commit();
      expect((await client.execute(`select * from ${table}`)).rows.length).toBe(1);
    },
  },
  {
    name: 'a migration rebuilds a table that others refer to, and foreign keys hold again afterwards',
    async run({ client, table }) {
      await client.execute(`create table ${table}_child (parent integer references ${table} (id))`);
      await client.batch([`insert into ${table} (id) values (1)`, `insert into ${table}_child values (1)`], 'write');
      await client.migrate([
        `create table ${table}_new (id integer primary key, name text)`,
        `insert into ${table}_new select id, name from ${table}`,
        `drop table ${table}`,
        `alter table ${table}_new rename to ${table}`,
      ]);
      expect((await client.execute(`select count(*) as n from ${table}_child`)).rows[0]?.['n']).toBe(1);
      await expect(client.execute(`insert into ${table}_child values (2)`)).rejects.toThrow('FOREIGN KEY');
      await client.execute(`drop table ${table}_child`);
    },
  },
  {
    name: 'a script runs statement by statement, triggers in one piece, up to its first failure',
    async run({ client, table }) {
      const script = `
        create trigger ${table}_copy after insert on ${table} when new.name = 'a' begin
          insert into ${table} (name) values (case when 1 then 'copy; of a' end);
        end;
        insert into ${table} (name) values ('a'); /* ; */
        insert into ${table} (name) values ('a');
        insert into ${table} (name) values ('never');`;
      await expect(client.executeMultiple(script)).rejects.toThrow('UNIQUE');
      const { rows } = await client.execute(`select name from ${table} order by name`);
      expect(rows.map((row) => row['name'])).toEqual(['a', 'copy; of a']);
    },
  },
  {
    name: 'what would change the server or the file as a whole is refused',
    notForFiles: lenient,
    async run({ client, table }) {
      const refused = [
        'analyze',
        'pragma optimize',
        'vacuum',
        "attach 'other.db' as other",
        'create temp table passing (x)',
        'create table temp.passing (x)',
        'create temporary view passing as select 1',
        'pragma secure_delete = off',
        'pragma cache_size = 10',
        'pragma mmap_size(10)',
        'pragma main.temp_store = 2',
        'pragma journal_mode = delete',
        'pragma wal_checkpoint',
        `reindex ${table}`,
      ];
      for (const sql of refused) {
        const attempt = client.execute(sql);
        await expect(attempt, sql).rejects.toMatchObject({ code: 'SQL_PARSE_ERROR' });
        await expect(attempt, sql).rejects.toThrow('unsupported statement');
      }
    },
  },
  {
    name: 'pragmas that only look are allowed',
    async run({ client, table }) {
      expect((await client.execute('pragma foreign_keys')).rows[0]?.['foreign_keys']).toBe(1);
      expect((await client.execute('pragma integrity_check')).rows[0]?.['integrity_check']).toBe('ok');
      expect((await client.execute(`pragma table_info(${table})`)).rows.length).toBe(3);
    },
  },
  {
    name: 'load_extension is refused',
    notForFiles: otherCodes,
    async run({ client }) {
      const attempt = client.execute("select load_extension('anything')");
      await expect(attempt).rejects.toMatchObject({ code: 'SQLITE_UNKNOWN' });
      await expect(attempt).rejects.toThrow('not authorized');
    },
  },
  {
    name: 'full text search works, contentless with delete, ranked, over columns',
    async run({ client, table }) {
      const fts = `${table}_fts`;
      await client.execute(`create virtual table ${fts} using fts5(title, body, content='', contentless_delete=1, prefix='2 3')`);
      const sql = `insert into ${fts} (rowid, title, body) values (?, ?, ?)`;
      const ads = [
        { sql, args: [1n, 'Nurse', 'night shifts'] },
        { sql, args: [2n, 'Driver', 'drives a nurse about'] },
        { sql, args: [3n, 'Nurse', 'gone tomorrow'] },
      ];
      await client.batch([...ads, `delete from ${fts} where rowid = 3`, `insert into ${fts} (${fts}) values ('optimize')`], 'write');
      const ranked = `select rowid from ${fts} where ${fts} match ? order by bm25(${fts}, 8, 1)`;
      expect((await client.execute({ sql: ranked, args: ['nur*'] })).rows.map((row) => row['rowid'])).toEqual([1, 2]);
      await client.execute(`drop table ${fts}`);
    },
  },
  {
    name: 'upserts, strict tables, generated columns and JSON work',
    async run({ client, table }) {
      await client.execute(`create table ${table}_strict (id text primary key, n integer, twice integer as (n * 2)) strict, without rowid`);
      const sql = `insert into ${table}_strict (id, n) values (?, ?) on conflict (id) do update set n = n + excluded.n returning n, twice`;
      await client.execute({ sql, args: ['a', 2n] });
      const { rows } = await client.execute({ sql, args: ['a', 3n] });
      expect(Array.from(rows[0] ?? [])).toEqual([5, 10]);
      expect((await client.execute(`select sum(value) as s from json_each('[1,2]')`)).rows[0]?.['s']).toBe(3);
      await client.execute(`drop table ${table}_strict`);
    },
  },
  {
    name: 'a long statement with a thousand parameters works',
    async run({ client }) {
      const values = Array.from({ length: 1000 }, (_, index) => index);
      const sql = `with v (x) as (values ${values.map(() => '(?)').join(', ')}) select sum(x) as s, '${'x'.repeat(70_000)}' as long from v`;
      const { rows } = await client.execute({ sql, args: values });
      expect([rows[0]?.['s'], String(rows[0]?.['long']).length]).toEqual([499_500, 70_000]);
    },
  },
  {
    name: 'an answer beyond ten megabytes is refused',
    notForFiles: 'a file sends no answers',
    async run({ client }) {
      const attempt = client.execute('select zeroblob(6000000) as a, zeroblob(6000000) as b');
      await expect(attempt).rejects.toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
    },
  },
];
