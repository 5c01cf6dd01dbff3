import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openImportDatabase } from '#db/import/open-database.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { DomainError } from '#worker/kernel/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-database-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (url: string) => ({ dataDir: folder, database: { url, token: '' }, publicUrl: null, now: 0 });

async function refusal(settings: Parameters<typeof openImportDatabase>[0]): Promise<string> {
  const error = await openImportDatabase(settings).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ImportError || error instanceof DomainError ? error.message : `unexpected: ${String(error)}`;
}

test.each([
  ['http://127.0.0.1:9', /^No database answers at http:\/\/127\.0\.0\.1:9 \(.*\): check DATABASE_URL and DATABASE_TOKEN\.$/],
  ['file:board.db', /^DATABASE_URL must begin with libsql:\/\//],
  ['libsql://db.example.org', /^DATABASE_URL names a database on another machine: set PUBLIC_URL/],
])('the address %s is refused in one sentence', async (url, sentence) => {
  expect(await refusal(at(url))).toMatch(sentence);
});

test('a folder or file that holds no database is refused in one sentence', async () => {
  await writeFile(join(folder, 'board.db'), 'This is a letter, not a database. '.repeat(40));
  expect(await refusal({ dataDir: folder, database: null, publicUrl: null, now: 0 })).toMatch(/board\.db is not a database\.$/);
  const inFile = join(folder, 'board.db', 'data');
  expect(await refusal({ dataDir: inFile, database: null, publicUrl: null, now: 0 })).toMatch(/cannot be written; check that its folder/);
});
