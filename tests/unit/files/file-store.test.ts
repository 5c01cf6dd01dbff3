import { expect, test } from 'vitest';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { fileStore, LARGEST_FILE } from '#worker/files/file-store.ts';
import { DomainError } from '#worker/kernel/errors.ts';

const SECRET = 'a secret that only the tests know, and long';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

test('what was put is got again, and what is deleted is gone', async () => {
  const store = fileStore(memoryBucket(), SECRET);
  await store.put('copies/a/1', bytesOf('all that is kept about a'));
  expect(textOf(await store.get('copies/a/1'))).toBe('all that is kept about a');
  await store.put('copies/a/1', bytesOf('newer'));
  expect(textOf(await store.get('copies/a/1'))).toBe('newer');
  await store.delete(['copies/a/1', 'copies/a/never']);
  expect(await store.get('copies/a/1')).toBe(null);
});

test('the bucket alone opens nothing: what it holds is sealed, under the file’s own key', async () => {
  const bucket = memoryBucket();
  const store = fileStore(bucket, SECRET);
  await store.put('copies/a/1', bytesOf('zyzzyva@example.org'));
  const sealed = bucket.stored.get('copies/a/1') ?? new Uint8Array();
  expect(textOf(sealed)).not.toContain('zyzzyva');
  await bucket.put('copies/b/1', sealed);
  expect(await store.get('copies/b/1'), 'moved to another place').toBe(null);
  expect(await fileStore(bucket, `${SECRET}, or another`).get('copies/a/1'), 'another secret').toBe(null);
  await bucket.put('copies/a/1', sealed.slice(0, -1));
  expect(await store.get('copies/a/1'), 'cut short').toBe(null);
  await bucket.put('copies/a/1', new Uint8Array());
  expect(await store.get('copies/a/1'), 'empty').toBe(null);
});

test('an empty file is a file', async () => {
  const store = fileStore(memoryBucket(), SECRET);
  await store.put('erasures/2026-11-22/a', new Uint8Array());
  expect(await store.get('erasures/2026-11-22/a')).toEqual(new Uint8Array());
});

test('keys are listed by how they begin, beyond what one answer holds, and deleted as many at once', async () => {
  const store = fileStore(memoryBucket(), SECRET);
  const keys = Array.from({ length: 2_345 }, (_, index) => `copies/a/${String(index).padStart(5, '0')}`);
  for (const key of [...keys, 'copies/ab/1', 'erasures/a']) await store.put(key, bytesOf(key));
  expect(await store.list('copies/a/')).toEqual(keys);
  await store.delete(keys);
  expect(await store.list('')).toEqual(['copies/ab/1', 'erasures/a']);
});

test('what is too large is refused with words for people, and leaves what was there', async () => {
  const store = fileStore(memoryBucket(), SECRET);
  await store.put('copies/a/1', bytesOf('small'));
  await expect(store.put('copies/a/1', new Uint8Array(LARGEST_FILE + 1))).rejects.toThrow(DomainError);
  expect(textOf(await store.get('copies/a/1'))).toBe('small');
});
