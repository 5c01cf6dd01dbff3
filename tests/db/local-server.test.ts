import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type LocalServer, startLocalServer } from '#db/local-server.ts';
import { makeFolder } from '#tests/support/libsql-target.ts';

const token = 'a token for these tests';
const integer = (value: number) => ({ type: 'integer', value: String(value) });
const execute = (sql: string, args: unknown[] = []) => ({ type: 'execute', stmt: { sql, args, named_args: [], want_rows: true } });
const close = { type: 'close' };

let folder: ReturnType<typeof makeFolder>;
let file: string;
let server: LocalServer;

beforeEach(async () => {
  folder = makeFolder();
  file = join(folder.path, 'board.db');
  server = await startLocalServer({ file, token });
});

afterEach(async () => {
  vi.useRealTimers();
  await server.close();
  folder.remove();
});

const client = () => createClient({ url: server.url, authToken: token });

const failure = z.object({ code: z.string(), message: z.string() });

const result = z.looseObject({
  rows: z.array(z.unknown()).optional(),
  step_results: z.array(z.unknown()).optional(),
  step_errors: z.array(failure.nullable()).optional(),
});

/** What the server answers: a pipeline's results, or one failure of the whole stream. */
const answer = z.object({
  baton: z.string().nullish(),
  code: z.string().optional(),
  results: z
    .array(z.object({ type: z.string(), error: failure.optional(), response: z.object({ result: result.optional() }).optional() }))
    .default([]),
});

type Answer = z.infer<typeof answer>;

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly json: Answer;
}

const resultOf = ({ json }: Sent, index: number) => json.results[index]?.response?.result;
const codesOf = ({ json }: Sent) => json.results.map(({ error }) => error?.code);

async function send(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${token}` }): Promise<Sent> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${server.url}/v2/pipeline`, { method: 'POST', headers, body: text });
  const received = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, text: received, json: answer.parse(isJson ? JSON.parse(received) : {}) };
}

const pipeline = (requests: unknown[], baton?: string | null) => send({ baton, requests });

async function beginWriting(): Promise<Answer['baton']> {
  await pipeline([execute('create table if not exists note (text)'), close]);
  const { json } = await pipeline([execute('begin immediate'), execute("insert into note values ('first')")]);
  return json.baton;
}

test('it answers on the loopback address alone, and says that it is well without a token', async () => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect((await fetch(`${server.url}/v2`)).status).toBe(200);
});

test('without the right token nothing runs', async () => {
  const requests = [execute('create table stolen (x)'), close];
  expect((await send({ requests }, {})).status).toBe(401);
  expect((await send({ requests }, { authorization: 'Bearer a token for these testt' })).status).toBe(401);
  expect((await send({ requests }, { authorization: token })).status).toBe(401);
  expect((await client().execute('select * from sqlite_master')).rows).toEqual([]);
});

test('a request beyond ten megabytes is refused', async () => {
  const { status } = await send({ requests: [execute(`select '${'x'.repeat(10_000_000)}'`), close] });
  expect(status).toBe(413);
});

test('what is not the protocol is refused with a reason', async () => {
  expect(await send('{')).toMatchObject({ status: 400, text: 'Cannot deserialize client message from JSON' });
  expect(await send('[]')).toMatchObject({ status: 400 });
  expect(await pipeline([{ type: 'dance' }])).toMatchObject({ status: 400, text: 'StreamRequest type not recognized' });
  expect(await pipeline([execute('select ?', [{ type: 'integer', value: '1e3' }])])).toMatchObject({ status: 400 });
  expect(await pipeline([execute('select ?', [{ type: 'integer', value: '9223372036854775808' }])])).toMatchObject({ status: 400 });
  expect(await pipeline([execute('select ?', [{ type: 'none' }])])).toMatchObject({ status: 400, text: 'Value type not recognized' });
  expect(await pipeline([{ type: 'execute', stmt: {} }])).toMatchObject({ status: 400, text: 'Either `sql` or `sql_id` are required' });
  expect(await pipeline([close, execute('select 1')])).toMatchObject({ status: 400 });
});

test('after a request that failed the rest of the pipeline still runs, each with its own answer', async () => {
  const sent = await pipeline([execute('select nowhere'), execute('select 2'), close]);
  expect(sent.json.results.map(({ type }) => type)).toEqual(['error', 'ok', 'ok']);
  expect(resultOf(sent, 1)?.rows).toEqual([[integer(2)]]);
  expect(sent.json.baton).toBeNull();
});

test('the steps of a batch run by their conditions, and a skipped one has neither result nor error', async () => {
  const step = (sql: string, condition?: unknown) => ({ stmt: { sql, args: [], named_args: [], want_rows: true }, condition });
  const steps = [
    step('select 1'),
    step('select nowhere', { type: 'ok', step: 0 }),
    step('select 2', { type: 'ok', step: 1 }),
    step('select 3', { type: 'error', step: 1 }),
    step('select 4', {
      type: 'and',
      conds: [
        { type: 'ok', step: 0 },
        { type: 'not', cond: { type: 'ok', step: 2 } },
      ],
    }),
    step('select 5', {
      type: 'or',
      conds: [
        { type: 'ok', step: 1 },
        { type: 'ok', step: 2 },
      ],
    }),
  ];
  const batch = resultOf(await pipeline([{ type: 'batch', batch: { steps } }, close]), 0);
  expect(batch?.step_results?.map((done) => done !== null)).toEqual([true, false, false, true, true, false]);
  expect(batch?.step_errors?.map((error) => error?.code)).toEqual([undefined, 'SQL_INPUT_ERROR', ...Array(4).fill(undefined)]);
});

test('a condition may not look ahead', async () => {
  const steps = [{ stmt: { sql: 'select 1' }, condition: { type: 'ok', step: 0 } }];
  const { status, text } = await pipeline([{ type: 'batch', batch: { steps } }, close]);
  expect([status, text]).toEqual([400, 'Invalid reference to step in a batch condition']);
});

test('a stored text runs by its number until it is closed', async () => {
  const stored = { type: 'execute', stmt: { sql_id: 7, args: [], named_args: [] } };
  const first = await pipeline([{ type: 'store_sql', sql_id: 7, sql: 'select 42' }, stored]);
  expect(resultOf(first, 1)?.rows).toEqual([[integer(42)]]);
  const second = await pipeline([{ type: 'close_sql', sql_id: 7 }, stored], first.json.baton);
  expect(second).toMatchObject({ status: 400, text: 'SQL text 7 not found' });
});

test('a stored text may not replace another or be too long', async () => {
  const store = (sql: string) => ({ type: 'store_sql', sql_id: 1, sql });
  expect(codesOf(await pipeline([store('x'.repeat(5_001)), close]))).toEqual(['SQL_STORE_TOO_LARGE', undefined]);
  expect(await pipeline([store('select 1'), store('select 2'), close])).toMatchObject({ status: 400, text: 'SQL text 1 already exists' });
});

test('a statement can be described without running it', async () => {
  await pipeline([execute('create table note (id integer primary key, text varchar)'), close]);
  const describe = { type: 'describe', sql: 'insert into note (text) values (:text), (?2) returning id, text as written' };
  const sent = await pipeline([describe, { type: 'describe', sql: 'explain select 1' }, close]);
  expect(resultOf(sent, 0)).toEqual({
    params: [{ name: ':text' }, { name: null }],
    cols: [
      { name: 'id', decltype: 'INTEGER' },
      { name: 'written', decltype: 'varchar' },
    ],
    is_explain: false,
    is_readonly: false,
  });
  expect(resultOf(sent, 1)).toMatchObject({ is_explain: true, is_readonly: true });
  expect((await client().execute('select * from note')).rows).toEqual([]);
});

test('a baton works once', async () => {
  const first = await pipeline([execute('select 1')]);
  expect((await pipeline([execute('select 2')], first.json.baton)).status).toBe(200);
  const again = await pipeline([execute('select 3')], first.json.baton);
  expect([again.status, again.text]).toEqual([400, 'Received a baton that has already been used']);
});

test('a baton nobody was given is invalid', async () => {
  expect(await pipeline([close], 'made up.1')).toMatchObject({ status: 400, text: 'Received an invalid baton' });
});

test('a stream that lies idle for ten seconds expires, and what it had not committed is gone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { json } = await pipeline([execute('create table note (text)'), execute('begin'), execute('select * from note')]);
  vi.advanceTimersByTime(9_999);
  const kept = await pipeline([execute("insert into note values ('lost')"), execute('commit'), execute('begin')], json.baton);
  vi.advanceTimersByTime(10_000);
  const { status, json: error } = await pipeline([execute('select 1')], kept.json.baton);
  expect([status, error.code]).toEqual([400, 'STREAM_EXPIRED']);
  expect((await client().execute('select text from note')).rows.length).toBe(1);
});

test('a writer that keeps others waiting for five seconds loses its transaction', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const baton = await beginWriting();
  vi.advanceTimersByTime(5_000);
  await client().execute("insert into note values ('second')");
  const late = await pipeline([execute("insert into note values ('third')"), execute('commit'), close], baton);
  expect(codesOf(late)).toEqual(['TRANSACTION_TIMEOUT', 'TRANSACTION_TIMEOUT', undefined]);
  expect((await client().execute('select text from note')).rows.map((row) => row['text'])).toEqual(['second']);
});

test('writers come in the order they asked, and readers do not wait for them', async () => {
  const baton = await beginWriting();
  const insert = (text: string) => client().execute({ sql: 'insert into note values (?)', args: [text] });
  const early = insert('second');
  for (let turn = 0; turn < 20; turn += 1) expect((await client().execute('select * from note')).rows).toEqual([]);
  const waiting = [early, insert('third'), insert('fourth')];
  await pipeline([execute('commit'), close], baton);
  await Promise.all(waiting);
  const { rows } = await client().execute('select text from note order by rowid');
  expect(rows.map((row) => row['text'])).toEqual(['first', 'second', 'third', 'fourth']);
});

test('a read gets its turn between the steps of a long batch', async () => {
  await pipeline([execute('create table number (n)'), close]);
  const sql = 'insert into number with recursive c (n) as (select 1 union all select n + 1 from c limit 30000) select n from c';
  const order: string[] = [];
  const long = client()
    .batch(Array(30).fill(sql), 'write')
    .then(() => order.push('batch'));
  for (let turn = 0; turn < 3; turn += 1) await fetch(`${server.url}/health`);
  const read = send({ requests: [execute('select count(*) from number'), close] }).then((sent) => {
    order.push('read');
    expect(resultOf(sent, 0)?.rows).toEqual([[integer(0)]]);
  });
  await Promise.all([long, read]);
  expect(order).toEqual(['read', 'batch']);
});

test('a read transaction may not write', async () => {
  await pipeline([execute('create table note (text)'), close]);
  const insert = execute("insert into note values ('x')");
  const sent = await pipeline([execute('begin transaction readonly'), insert, execute('commit'), insert, close]);
  expect(codesOf(sent)).toEqual([undefined, 'SQLITE_READONLY', undefined, undefined, undefined]);
});

test('foreign keys that one client turned off are on for the next', async () => {
  await pipeline([execute('pragma foreign_keys = off'), close]);
  expect((await client().execute('pragma foreign_keys')).rows[0]?.['foreign_keys']).toBe(1);
});

test('a table that gained a column shows it to a client that asked before', async () => {
  await client().batch(['create table note (a)', 'insert into note values (1)'], 'write');
  expect((await client().execute('select * from note')).columns).toEqual(['a']);
  await client().execute('alter table note add column b default 2');
  const { columns, rows } = await client().execute('select * from note');
  expect([columns, Array.from(rows[0] ?? [])]).toEqual([
    ['a', 'b'],
    [1, 2],
  ]);
});

test('a text with a NUL is refused, for it could not be read back whole', async () => {
  const attempt = client().execute({ sql: 'select ?', args: ['a\0b'] });
  await expect(attempt).rejects.toMatchObject({ code: 'ARGS_INVALID' });
});

test.each(['[["a\\ud800b"]]', '{"a":["\\\\\\udc00"]}', '["\\ud83d\\ud83d\\ude00"]', '["a\\u0000b"]'])(
  'JSON with half a character is refused, for reading it would end the process: %s',
  async (json) => {
    const attempt = client().execute({ sql: 'select value from json_each(?)', args: [json] });
    await expect(attempt).rejects.toMatchObject({ code: 'ARGS_INVALID' });
  },
);

test('JSON with whole characters passes, escaped or not, and so does what only speaks of escapes', async () => {
  const json = '["\\ud83d\\ude00", "😀", "\\\\ud800", "\\u0041"]';
  const { rows } = await client().execute({ sql: 'select value from json_each(?)', args: [json] });
  expect(rows.map(({ value }) => value)).toEqual(['😀', '😀', '\\ud800', 'A']);
  expect((await client().execute({ sql: 'select ? as text', args: ['write \\ud800'] })).rows[0]?.text).toBe('write \\ud800');
});

test.each([
  `select readfile('/etc/hostname')`,
  `select hex("ReadFile"('/etc/hostname'))`,
  `select [writefile] ('x', 'y')`,
  'select * from fsdir(1)',
])('the files of the machine are out of reach: %s', async (sql) => {
  await expect(client().execute(sql)).rejects.toMatchObject({ code: 'SQL_PARSE_ERROR' });
});

test('a text may name what a statement may not call', async () => {
  expect((await client().execute(`select 'readfile(1)' as text -- writefile`)).rows[0]?.text).toBe('readfile(1)');
});

test('infinity and floats that are whole survive the way', async () => {
  const { rows } = await client().execute({ sql: 'select 1e999, -1e999, typeof(?), 2.0', args: [3] });
  expect(Array.from(rows[0] ?? [])).toEqual([Infinity, -Infinity, 'real', 2]);
});

test('a writer in another process is waited for', async () => {
  await client().execute('create table note (text)');
  const other = new Database(file);
  other.exec('begin immediate');
  const write = client().execute("insert into note values ('here')");
  expect((await client().execute('select * from note')).rows).toEqual([]);
  other.exec("insert into note values ('there'); commit");
  await write;
  other.close();
  expect((await client().execute('select text from note')).rows.map((row) => row['text'])).toEqual(['there', 'here']);
});

test('deleted words are overwritten in the file', async () => {
  const secret = 'a word that must not stay';
  const note = client();
  await note.batch(['create table note (text)', { sql: 'insert into note values (?)', args: [secret] }], 'write');
  await note.execute('delete from note');
  await server.close();
  const kept = readFileSync(file).includes(secret) || (existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).includes(secret));
  expect(kept).toBe(false);
  server = await startLocalServer({ file, token });
});

test('closing rolls back what was not committed, answers those who wait, and leaves everything in the one file', async () => {
  await beginWriting();
  const waiting = client().execute("insert into note values ('second')");
  await client().execute('select 1');
  const closed = server.close();
  await waiting;
  await closed;
  expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
  server = await startLocalServer({ file, token });
  expect((await client().execute('select text from note')).rows.map((row) => row['text'])).toEqual(['second']);
});

test('the file is readable by its owner alone', () => {
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a file that cannot be served, or a port that is taken, is told in one sentence', async () => {
  const plain = join(folder.path, 'plain.txt');
  writeFileSync(plain, 'no database, but long enough to be read as one: '.repeat(40));
  const port = Number(new URL(server.url).port);
  await expect(startLocalServer({ file: plain, token })).rejects.toThrow(`${plain} is not a database.`);
  await expect(startLocalServer({ file: join(plain, 'board.db'), token })).rejects.toThrow(/cannot be written; check that its folder/);
  await expect(startLocalServer({ file: join(folder.path, 'none', 'board.db'), token })).rejects.toThrow(/cannot be written/);
  await expect(startLocalServer({ file: join(folder.path, 'two.db'), token, port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use.`,
  );
});
