import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLocalDatabase } from '#db/local-database.ts';
import { migrate } from '#db/migrate.ts';
import { freshFolder, startProcess } from '#tests/support/start-process.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';

/** A web socket that is none, and after its answer a request that must not reach the Worker past the front. */
const SMUGGLED = [
  'GET /healthz HTTP/1.1\r\nHost: HERE\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\nCF-Connecting-IP: 203.0.113.9\r\n\r\n',
] as const;

test('it answers at the address that it prints, names each client by its socket, and stops cleanly', async () => {
  const dataDir = await freshFolder();
  const board = await startProcess({ DATA_DIR: dataDir });
  const address = await board.address();
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(address)).status).toBe(200);
  const persona = { method: 'POST', headers: { Origin: address, 'Content-Type': 'application/json' }, body: '{"role":"administrator"}' };
  expect((await fetch(`${address}/api/dev/persona`, persona)).status, 'somebody to sign in as').toBe(200);
  const numeric = address.replace('localhost', '127.0.0.1');
  const turned = await fetch(`${numeric}/jobs?q=a`, { redirect: 'manual' });
  expect([turned.status, turned.headers.get('Location')]).toEqual([307, `${address}/jobs?q=a`]);
  expect(await statusOf(address, { path: '/', headers: { Host: 'evil.example' } })).toBe(421);
  expect(await statusOf(address, { path: '/cdn-cgi/handler/scheduled', headers: {} })).toBe(404);
  for (const [name, value] of securityHeaders(address, [])) expect(turned.headers.get(name), name).toBe(value);
  expect(await answersTo(address, SMUGGLED)).toEqual(['HTTP/1.1 200 OK']);
  expect(((await stat(join(dataDir, 'secret'))).mode & 0o777).toString(8)).toBe('600');
  const children = await board.children();
  expect(children.some((command) => command.includes('workerd'))).toBe(true);
  expect(await board.stop('SIGTERM')).toBe(0);
  expect(await board.children()).toEqual([]);
});

test('a port in use is said in one sentence', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const board = await startProcess({ PORT: String(port), DATA_DIR: await freshFolder() });
  expect(await board.ended).toBe(1);
  expect(board.errors()).toBe(`Port ${port} is in use: stop what uses it, or set PORT to another number.\n`);
});

test('a folder that cannot be written to is said in one sentence', async () => {
  const file = join(await freshFolder(), 'in-the-way');
  await writeFile(file, '');
  const board = await startProcess({ DATA_DIR: join(file, 'data') });
  expect(await board.ended).toBe(1);
  expect(board.errors()).toMatch(/^Cannot write to .*in-the-way.*DATA_DIR.*\n$/);
});

test('a database of a newer version is said in one sentence', async () => {
  const DATA_DIR = await freshFolder();
  const database = await openLocalDatabase(DATA_DIR);
  const client = createClient({ url: database.url, authToken: database.token });
  await migrate(client);
  await client.execute("insert into migrations (tag) values ('9999_from_the_future')");
  client.close();
  await database.close();
  const board = await startProcess({ DATA_DIR });
  expect(await board.ended).toBe(1);
  expect(board.errors()).toMatch(/^This database was made by a newer version .*9999_from_the_future.*\n$/);
});

test('reports of imports that are older than 90 days are gone once it runs, and Ctrl-C is a clean end, too', async () => {
  const DATA_DIR = await freshFolder();
  const reports = join(DATA_DIR, 'import-reports');
  await mkdir(reports);
  const aged = async (name: string, days: number) => {
    await writeFile(join(reports, name), '');
    await utimes(join(reports, name), new Date(), new Date(Date.now() - days * 86_400_000));
  };
  await aged('old.tsv', 91);
  await aged('young.tsv', 89);
  const board = await startProcess({ DATA_DIR });
  await board.address();
  await vi.waitFor(async () => expect(await readdir(reports)).toEqual(['young.tsv']), 20_000);
  expect(await board.stop('SIGINT')).toBe(0);
  expect(board.errors()).toBe('');
});

test('a second start is quick to refuse the database of a board in the other state', async () => {
  const DATA_DIR = await freshFolder();
  const board = await startProcess({ DATA_DIR });
  await board.address();
  await board.stop('SIGTERM');
  const live = await startProcess({
    DATA_DIR,
    BOARD: 'tests/support/other-board.ts',
    PUBLIC_URL: 'http://localhost:8080',
    SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtp://localhost:2525',
  });
  expect(await live.ended).toBe(1);
  expect(live.errors()).toMatch(/^This database belongs to a demonstration board: .*DATA_DIR.*\n$/);
});

test('a live board that could write to nobody does not start', async () => {
  const live = await startProcess({ BOARD: 'tests/support/other-board.ts', PUBLIC_URL: 'http://localhost:8080', SECRET: 'x'.repeat(32) });
  expect(await live.ended).toBe(1);
  expect(live.errors()).toMatch(/^SMTP_URL is not set: .*smtps:\/\/user:password@host:465/);
});

function statusOf(address: string, { path, headers }: { path: string; headers: Record<string, string> }): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

/** The status lines of what is answered to two requests on one connection, the second sent when the first is answered. */
function answersTo(address: string, [first, second]: readonly [string, string]): Promise<readonly string[]> {
  const { hostname, port, host } = new URL(address);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(first.replace('HERE', host)));
    socket.on('data', (chunk) => (said += String(chunk))).once('data', () => socket.end(second));
    socket.once('error', reject).once('close', () => resolve(said.match(/^HTTP\/1\.1 .*(?=\r$)/gm) ?? []));
  });
}
