import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileStore } from '#worker/files/file-store.ts';
import { BUCKET, filesDirIn, openLocalFiles } from '#worker/local/local-files.ts';

const SECRET = 'a secret that only the tests know, and long';

async function folder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'keepword-files-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  return dataDir;
}

test('files outlive the board’s process, are seen by whoever has them open beside it, and lie on the disk sealed', async () => {
  const dataDir = await folder();
  const first = await openLocalFiles(filesDirIn(dataDir));
  await fileStore(first.bucket, SECRET).put('copies/a/1', new TextEncoder().encode('zyzzyva@example.org'));
  const beside = await openLocalFiles(filesDirIn(dataDir));
  expect(await fileStore(beside.bucket, SECRET).list('copies/')).toEqual(['copies/a/1']);
  await Promise.all([first.close(), beside.close()]);
  const again = await openLocalFiles(filesDirIn(dataDir));
  const store = fileStore(again.bucket, SECRET);
  expect(new TextDecoder().decode((await store.get('copies/a/1')) ?? undefined)).toBe('zyzzyva@example.org');
  expect(await onDisk(dataDir)).not.toContain('zyzzyva');
  await store.delete(['copies/a/1']);
  expect(await store.list('')).toEqual([]);
  await again.close();
});

test('the bucket has the name that wrangler.toml gives it, so that every way to start finds the same files', async () => {
  const text = await readFile(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  expect(text).toContain(`binding = "FILES"\nbucket_name = "${BUCKET}"`);
});

async function onDisk(dataDir: string): Promise<string> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(files)).join('\n');
}
