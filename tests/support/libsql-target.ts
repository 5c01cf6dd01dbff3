import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { createClient as createFileClient } from '@libsql/client/sqlite3';
import { createClient } from '@libsql/client/web';
import { startLocalServer } from '#db/local-server.ts';

/** Something that speaks libSQL, opened for a run of the conformance cases. */
export interface LibsqlTarget {
  readonly kind: 'local server' | 'file' | 'named server';
  /** One that answers integers as bigint where asked. */
  client(intMode?: 'number' | 'bigint'): Client;
  close(): Promise<void>;
}

export function makeFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'keepword-libsql-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function openLocalServerTarget(): Promise<LibsqlTarget> {
  const folder = makeFolder();
  const token = randomBytes(16).toString('hex');
  const server = await startLocalServer({ file: join(folder.path, 'test.db'), token });
  return {
    kind: 'local server',
    client: (intMode = 'number') => createClient({ url: server.url, authToken: token, intMode }),
    close: () => server.close().finally(folder.remove),
  };
}

export async function openFileTarget(): Promise<LibsqlTarget> {
  const folder = makeFolder();
  const url = `file:${join(folder.path, 'test.db')}`;
  const setup = createFileClient({ url });
  await setup.execute('pragma journal_mode = wal');
  setup.close();
  return {
    kind: 'file',
    client: (intMode = 'number') => createFileClient({ url, intMode }),
    close: async () => folder.remove(),
  };
}

export async function openNamedServerTarget({ url, token }: { url: string; token: string | undefined }): Promise<LibsqlTarget> {
  const access = token === undefined ? { url } : { url, authToken: token };
  return { kind: 'named server', client: (intMode = 'number') => createClient({ ...access, intMode }), close: async () => {} };
}
