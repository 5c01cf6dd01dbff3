import { expect, test } from 'vitest';
import { scanStatements } from '#db/local/sql-scan.ts';
import { statementKind } from '#db/local/statement-kind.ts';
import { createWriterLock } from '#db/local/writer-lock.ts';

const texts = (sql: string) => scanStatements(sql).map(({ text }) => text);
const kindOf = (sql: string) => statementKind(scanStatements(sql)[0]?.words ?? []);
const parametersOf = (sql: string) => scanStatements(sql)[0]?.parameters;

test('a text is cut at the semicolons that end statements', () => {
  expect(texts('select 1; ;select 2 -- ; three')).toEqual(['select 1', 'select 2 -- ; three']);
  expect(texts(`select ';', "a;b", [c;d], \`e;f\`, 'it''s;' /* ; */`)).toHaveLength(1);
  expect(texts('/* only */ -- a comment')).toEqual([]);
});

test('a trigger stays in one piece, whatever its body holds', () => {
  const trigger = 'create trigger t after insert on a begin update b set c = case when 1 then 2 end; delete from d; end';
  expect(texts(`${trigger}; select 1`)).toEqual([trigger, 'select 1']);
});

test('parameters are numbered as SQLite numbers them', () => {
  expect(parametersOf('select ?, ?')).toEqual([null, null]);
  expect(parametersOf('select ?3, ?, ?1')).toEqual([null, null, null, null]);
  expect(parametersOf('select :a, $b, @c, :a, ?')).toEqual([':a', '$b', '@c', null]);
  expect(parametersOf(`select '?', "?", /* ? */ a -- ?`)).toEqual([]);
});

test('a statement that writes is known even behind WITH', () => {
  expect(kindOf('with a as (select 1) insert into b select * from a')).toBe('write');
  expect(kindOf('with a as (select 1) select * from a')).toBe('read');
  expect(kindOf('with recursive a (n) as materialized (values (1)) delete from b')).toBe('write');
  expect(kindOf('/* why */ replace into b values (1)')).toBe('write');
  expect(kindOf("select 'insert into b'")).toBe('read');
});

test('kinds of transaction are told apart', () => {
  expect(kindOf('begin')).toBe('begin');
  expect(kindOf('begin immediate transaction')).toBe('begin-write');
  expect(kindOf('BEGIN TRANSACTION READONLY')).toBe('begin-read');
});

test('pragmas are read, or set, or refused', () => {
  expect(kindOf('pragma user_version')).toBe('read');
  expect(kindOf('pragma user_version = 3')).toBe('write');
  expect(kindOf('pragma foreign_keys = off')).toBe('read');
  expect(kindOf('pragma journal_mode')).toBe('read');
  expect(kindOf('pragma main.journal_mode = delete')).toBe('unsupported');
  expect(kindOf('pragma "cache_size"(9)')).toBe('unsupported');
  expect(kindOf('explain pragma optimize')).toBe('unsupported');
  expect(kindOf('explain query plan select 1')).toBe('explain');
});

test('a view may have a column or table called temp', () => {
  expect(kindOf('create view if not exists v as select temp.a from readings temp')).toBe('write');
  expect(kindOf('create view if not exists "temp".v as select 1')).toBe('unsupported');
});

test('the line of writers has an end', async () => {
  const lock = createWriterLock();
  await lock.acquire();
  const line = Array.from({ length: 200 }, () => lock.acquire());
  await expect(lock.acquire()).rejects.toMatchObject({ code: 'TRANSACTION_BUSY' });
  for (const turn of line) {
    lock.release();
    await turn;
  }
});
