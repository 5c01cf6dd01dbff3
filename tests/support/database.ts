import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client/web';
import { type Database, openDatabase } from '#db/client.ts';
import { startLocalServer } from '#db/local-server.ts';
import { migrate } from '#db/migrate.ts';

export interface FreshDatabase {
  readonly db: Database;
  /** For SQL that no repository offers. */
  readonly client: Client;
  readonly address: { readonly url: string; readonly token: string };
  close(): Promise<void>;
}

const TOKEN = 'a token of the tests';
const ROOT = new URL('../../', import.meta.url);

/** A migrated, empty database of one's own: a file behind the local libSQL server, copied from a template made once. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-test-'));
  const file = join(folder, 'board.db');
  await copyFile(await template(), file);
  return serve(file, () => rm(folder, { recursive: true }));
}

/** An empty file without any table, for tests of the migration itself. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-test-'));
  return serve(join(folder, 'board.db'), () => rm(folder, { recursive: true }));
}

async function serve(file: string, forget: () => Promise<void>): Promise<FreshDatabase> {
  const server = await startLocalServer({ file, token: TOKEN });
  const address = { url: server.url, token: TOKEN };
  const client = createClient({ url: server.url, authToken: TOKEN });
  const close = async () => {
    client.close();
    await server.close();
    await forget();
  };
  return { db: openDatabase(address), client, address, close };
}

/** Named for the SQL that made it, so that a change of any makes a new one; renamed into place, so that nobody copies half of it. */
async function template(): Promise<string> {
  const folder = join(tmpdir(), 'keepword-test-templates');
  const file = join(folder, `${await hashOfSchema()}.db`);
  if (await exists(file)) return file;
  await mkdir(folder, { recursive: true });
  const made = join(await mkdtemp(join(folder, 'new-')), 'board.db');
  const { client, close } = await serve(made, async () => {});
  await migrate(client);
  await close();
  await rename(made, file);
  return file;
}

async function hashOfSchema(): Promise<string> {
  const folders = ['db/migration/', 'db/migrations/', 'db/schema/'].map((path) => new URL(path, ROOT));
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).filter(isSource).map((name) => new URL(name, folder))),
  );
  const texts = await Promise.all(names.flat().map((url) => readFile(url, 'utf8')));
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 32);
}

function isSource(name: string): boolean {
  return /\.(sql|ts)$/.test(name);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
