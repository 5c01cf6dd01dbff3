import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { emptyLog } from '#db/local/empty-log.ts';
import { databaseFile, openLocalDatabase } from '#db/local-database.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { accounts, erasureArchive, mails, signUps } from '#db/schema/account-tables.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { jobs } from '#db/schema/tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { seededDatabase } from '#tests/support/seeded-database.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { type ErasingPlace, withErasing } from '#worker/local/erasing.ts';
import { replayBeforeServing } from '#worker/local/replay-erasures.ts';
import { deletePost } from '#worker/posts/delete-post.ts';
import { deleteAccount } from '#worker/privacy/delete-account.ts';
import { noteAdDeleted } from '#worker/privacy/erasure-ledger.ts';
import { receiptKey } from '#worker/privacy/model/person.ts';

const SECRET = 'a secret that only the tests know, and long';
const NOW = Date.now();

let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'keepword-restored-'));
  const seeded = await seededDatabase();
  await seeded.client.execute('delete from accounts');
  emptyLog(seeded.file);
  copyFileSync(seeded.file, databaseFile(dataDir));
  await seeded.close();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Opens the database of the folder for some work, and leaves everything in its one file. */
async function opened<Result>(work: (db: Database, place: ErasingPlace) => Promise<Result>): Promise<Result> {
  const database = await openLocalDatabase(dataDir);
  try {
    return await work(openDatabase(database), { database, dataDir, secret: SECRET, now: NOW });
  } finally {
    await database.close();
  }
}

const execute = promisify(execFile);

/** The command, as `npm run erase` starts it. */
async function erase(...args: readonly string[]): Promise<{ readonly done: boolean; readonly says: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, SECRET };
  const started = execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'worker/local/erase.ts', ...args], { env });
  return started.then(
    ({ stdout }) => ({ done: true, says: stdout }),
    ({ stderr }) => ({ done: false, says: String(stderr) }),
  );
}

const idsIn = async (db: Database) => (await db.select({ id: accounts.id }).from(accounts)).map(({ id }) => id);

/** What the authors' desks hold, and what the public sees of it. */
async function adsIn(db: Database): Promise<readonly (readonly string[])[]> {
  const written = (await db.select({ id: posts.id }).from(posts)).map(({ id }) => id).toSorted();
  const known = await db.select({ id: jobs.id }).from(jobs).where(inArray(jobs.id, written));
  return [written, known.map(({ id }) => id)];
}

function deleting(db: Database, files: FileStore) {
  return {
    now: NOW,
    posts: postsRepository(db),
    postActs: postActsRepository(db),
    noteAdDeleted: (deleted: Parameters<typeof noteAdDeleted>[1]) => noteAdDeleted({ files }, deleted),
  };
}

test('a board on an older database deletes again, before it serves, whoever had left since', proves('delete-by-button'), async () => {
  const backup = join(dataDir, 'backup.db');
  const [leaves, stays] = await opened(async (db) => [await makeAccount(db), await makeAccount(db)] as const);
  copyFileSync(databaseFile(dataDir), backup);
  await opened((_, place) =>
    withErasing(place, (context) => deleteAccount(context, { accountId: leaves.id, why: 'wish', unusedSince: null })),
  );
  expect(await opened(idsIn)).toEqual([stays.id]);
  copyFileSync(backup, databaseFile(dataDir));
  expect((await opened(idsIn)).toSorted()).toEqual([leaves.id, stays.id].toSorted());
  const said: string[] = [];
  await opened((_, place) => replayBeforeServing(place, (line) => said.push(line)));
  expect(said).toEqual(['The database is older than some deletions: deleted again 1.']);
  expect(await opened(idsIn)).toEqual([stays.id]);
  expect(await opened((db) => db.select().from(erasureArchive))).toHaveLength(1);
  expect(await opened((db) => db.select().from(mails))).toEqual([]);
});

test('a board on an older database deletes again the ads that their authors had deleted since, and no other', async () => {
  const backup = join(dataDir, 'backup.db');
  const [goes, stays] = await opened(async (db) => [await makePost(db, { state: 'published' }), await makePost(db)] as const);
  copyFileSync(databaseFile(dataDir), backup);
  await opened((db, place) =>
    withErasing(place, async ({ files }) => {
      const own = { ...deleting(db, files), keepCaseFile: async () => [] };
      await deletePost(own, { id: goes.id, author: goes.author });
    }),
  );
  copyFileSync(backup, databaseFile(dataDir));
  expect(await opened(adsIn)).toEqual([[goes.id, stays.id].toSorted(), [goes.id]]);
  const said: string[] = [];
  await opened((_, place) => replayBeforeServing(place, (line) => said.push(line)));
  expect(said).toEqual(['The database is older than some deletions: deleted again 1.']);
  expect(await opened(adsIn)).toEqual([[stays.id], []]);
});

test('a board that never deleted anybody has nothing to repeat', async () => {
  const account = await opened((db) => makeAccount(db));
  const said: string[] = [];
  await opened((_, place) => replayBeforeServing(place, (line) => said.push(line)));
  expect([await opened(idsIn), said]).toEqual([[account.id], []]);
});

test('whoever asks by mail is deleted by the operator, with the same receipt', proves('leaving-confirmed'), async () => {
  const account = await opened((db) => makeAccount(db, { email: 'Ada@mail.example' }));
  expect(await erase('ada@MAIL.example', '--yes')).toMatchObject({ done: true, says: expect.stringContaining('deleted from every store') });
  expect(await opened(idsIn)).not.toContain(account.id);
  const [receipt] = await opened((db) =>
    db
      .select()
      .from(mails)
      .where(eq(mails.key, receiptKey(account.id))),
  );
  expect(receipt).toMatchObject({ kind: 'deletion-receipt', state: 'waiting' });
  expect(receipt?.dueAt).toBeLessThan(Date.now() + 1);
  expect(await erase('ada@mail.example', '--yes')).toMatchObject({ done: false, says: expect.stringContaining('Nothing is kept') });
  expect(await opened((db) => db.select({ kind: mails.kind }).from(mails))).toEqual([{ kind: 'deletion-receipt' }]);
});

test('a sign-up that waits is deleted, too; without the address typed again nothing is, nor for an address that nothing is kept of', async () => {
  const row = { id: 'u', email: 'b@mail.example', emailKey: 'b@mail.example', passwordHash: 'h', role: 'seeker', language: 'en' } as const;
  await opened((db) => db.insert(signUps).values({ ...row, termsVersion: 1, privacyVersion: 1, statedAge: 16, createdAt: 1 }));
  expect(await erase('c@mail.example', '--yes')).toMatchObject({ done: false, says: expect.stringContaining('Nothing is kept') });
  expect(await erase('no address')).toMatchObject({ done: false, says: expect.stringContaining('npm run erase') });
  expect(await erase('b@mail.example', '--yes')).toMatchObject({ done: true, says: expect.stringContaining('1 of sign_ups') });
  expect(await opened((db) => db.select().from(signUps))).toEqual([]);
});
