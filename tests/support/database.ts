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
  /** Where it lies, for whoever looks at its bytes. */
  readonly file: string;
  close(): Promise<void>;
}

const TOKEN = 'a token of the tests';
const ROOT = new URL('../../', import.meta.url);

/** A migrated, empty database of one's own: a file behind the local libSQL server, copied from a template made once. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(await template('migrated', ({ client }) => migrate(client)));
}

/** A database of one's own that starts as a template. */
export async function copyOf(templateFile: string): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-test-'));
  const file = join(folder, 'board.db');
  await copyFile(templateFile, file);
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
  return { db: openDatabase(address), client, address, file, close };
}

/**
 * A file made once by `fill` and kept. Named for the SQL that made it, so that a change of any makes a new one; renamed into place, so
 * that nobody copies half of it.
 */
export async function template(name: string, fill: (database: FreshDatabase) => Promise<unknown>): Promise<string> {
  const folder = join(tmpdir(), 'keepword-test-templates');
  const file = join(folder, `${name}-${await hashOfSchema()}.db`);
  if (await exists(file)) return file;
  await mkdir(folder, { recursive: true });
  const workshop = await mkdtemp(join(folder, 'new-'));
  const made = join(workshop, 'board.db');
  const database = await serve(made, async () => {});
  await fill(database);
  await database.close();
  await rename(made, file);
  await rm(workshop, { recursive: true });
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
