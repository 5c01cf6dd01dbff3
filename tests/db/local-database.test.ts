import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostLocalDatabase, openLocalDatabase } from '#db/local-database.ts';
import { makeFolder } from '#tests/support/libsql-target.ts';

let folder: ReturnType<typeof makeFolder>;
let dataDir: string;

beforeEach(() => {
  folder = makeFolder();
  dataDir = join(folder.path, 'data');
});

afterEach(() => folder.remove());

const run = ({ url, token }: { url: string; token: string }, sql: string) => createClient({ url, authToken: token }).execute(sql);

test('another program finds the server of the running board, and leaves it running', async () => {
  const board = await hostLocalDatabase(dataDir);
  const importer = await openLocalDatabase(dataDir);
  expect([importer.url, importer.token]).toEqual([board.url, board.token]);
  await importer.close();
  await run(board, 'create table note (text)');
  await board.close();
});

test('without a board a program serves the file itself, and the board finds its work', async () => {
  const importer = await openLocalDatabase(dataDir);
  await run(importer, 'create table note (text)');
  await importer.close();
  const board = await hostLocalDatabase(dataDir);
  expect((await run(board, 'select * from note')).rows).toEqual([]);
  await board.close();
});

test('a board that starts during an import shares the file with it', async () => {
  const importer = await openLocalDatabase(dataDir);
  await run(importer, 'create table note (text)');
  const board = await hostLocalDatabase(dataDir);
  await Promise.all([importer, board, importer, board].map((database) => run(database, "insert into note values ('x')")));
  await importer.close();
  expect((await run(board, 'select count(*) as n from note')).rows[0]?.['n']).toBe(4);
  await board.close();
});

test('a second board on the same folder is refused in one sentence, and may start when the first has ended', async () => {
  const first = await hostLocalDatabase(dataDir);
  await expect(hostLocalDatabase(dataDir)).rejects.toThrow(/^Another board is already running on .*; stop it, or set DATA_DIR/);
  await first.close();
  const second = await hostLocalDatabase(dataDir);
  await second.close();
});

test('the record of the server is for its owner alone and ends with it', async () => {
  const board = await hostLocalDatabase(dataDir);
  const record = join(dataDir, 'libsql.json');
  expect(statSync(record).mode & 0o077).toBe(0);
  expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ url: board.url, token: board.token });
  await board.close();
  expect(existsSync(record)).toBe(false);
});

test('a record left by a crash, or one that makes no sense, is passed over', async () => {
  await (await openLocalDatabase(dataDir)).close();
  for (const record of ['{"url":"http://127.0.0.1:9","token":"old"}', '{"url":"http://example.org","token":"x"}', 'nonsense']) {
    writeFileSync(join(dataDir, 'libsql.json'), record);
    const database = await openLocalDatabase(dataDir);
    expect((await run(database, 'select 1 as one')).rows[0]?.['one']).toBe(1);
    await database.close();
  }
});

test('a data folder that cannot be made is told in one sentence', async () => {
  writeFileSync(join(folder.path, 'data'), 'a file in its place');
  await expect(hostLocalDatabase(dataDir)).rejects.toThrow(
    /^The database .* cannot be written; check that its folder exists and is writable\.$/,
  );
  await expect(openLocalDatabase(dataDir)).rejects.toThrow(/cannot be written/);
});
