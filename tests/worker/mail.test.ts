import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mails } from '#db/schema/account-tables.ts';
import { authorityFile, certificateOf } from '#tests/support/certificates.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { preparer } from '#tests/support/mails.ts';
import type { TestBoard } from '#tests/support/start-board.ts';

// Read by workerd's starter when it is loaded: that comes after.
process.env['NODE_EXTRA_CA_CERTS'] = authorityFile;
const { startBoard } = await import('#tests/support/start-board.ts');

type Certificate = ReturnType<typeof certificateOf>;

let servers: MailServer[] = [];
beforeEach(() => {
  servers = [];
});
afterEach(() => Promise.all(servers.map((server) => server.close())));

async function serve(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

async function boardWith(SMTP_URL: string): Promise<TestBoard> {
  const board = await startBoard({ vars: { SMTP_URL } });
  onTestFinished(board.close);
  return board;
}

let count = 0;

async function queue({ database: { db } }: TestBoard, number = 1): Promise<void> {
  const prepare = preparer(Date.now());
  for (let index = 0; index < number; index += 1) {
    count += 1;
    const facts = { role: 'moderator' } as const;
    const order = {
      kind: 'role-granted',
      key: `k/${count}`,
      to: `p${index}@home.example`,
      accountId: null,
      language: 'en',
      network: null,
      facts,
    } as const;
    await runBatch(db, queueStatements(db, [await prepare(order)]));
  }
}

const rows = ({ database: { db } }: TestBoard) => db.select().from(mails).orderBy(asc(mails.key));

/** Queues a mail, ticks, and says what became of it. */
async function sendOne(board: TestBoard): Promise<typeof mails.$inferSelect | undefined> {
  await queue(board);
  await board.tick();
  return (await rows(board))[0];
}

test('what a request has written leaves when it is answered, before any tick', async () => {
  const server = await serve();
  const board = await boardWith(`smtp://localhost:${server.port}`);
  const body = JSON.stringify({ email: 'mira@home.example', password: 'a long and quiet evening', role: 'seeker', age: true, terms: true });
  const headers = { Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  expect((await fetch(`${board.origin}/api/sign-up`, { method: 'POST', body, headers })).status).toBe(202);
  await vi.waitFor(() => expect(server.received).toMatchObject([{ to: 'mira@home.example' }]), 20_000);
  expect(server.received[0]?.raw.replace(/=\r?\n/g, '')).toContain('/open/confirm-sign-up?token=3D');
});

const login = (server: string, port: number) => `${server}://ann%40board:p%C3%A4ss@localhost:${port}`;

function askingFor(user: string, password: string): Pick<NonNullable<Parameters<typeof startMailServer>[0]>, 'onAuth'> {
  return {
    onAuth: ({ username, password: given }, _session, done) =>
      username === user && given === password ? done(null, { user }) : done(Object.assign(new Error('no'), { responseCode: 535 })),
  };
}

test('on this machine mail is handed over in plain', async () => {
  const server = await serve();
  const board = await boardWith(`smtp://localhost:${server.port}`);
  expect(await sendOne(board)).toMatchObject({ state: 'sent', sealed: null });
  expect(server.received).toMatchObject([{ to: 'p0@home.example', secure: false }]);
});

test('by TLS from the start, with a login', async () => {
  const server = await serve({ secure: true, ...certificateOf('localhost'), ...askingFor('ann@board', 'päss') });
  const board = await boardWith(login('smtps', server.port));
  expect(await sendOne(board)).toMatchObject({ state: 'sent' });
  expect(server.received).toMatchObject([{ secure: true }]);
});

test('by STARTTLS, with a login', async () => {
  const server = await serve({ ...certificateOf('localhost'), ...askingFor('ann@board', 'päss') });
  const board = await boardWith(`${login('smtp', server.port)}?requireTLS=true`);
  expect(await sendOne(board)).toMatchObject({ state: 'sent' });
  expect(server.received).toMatchObject([{ secure: true }]);
});

/** A handshake that failed is no more to workerd than a connection that broke off. */
const WITHOUT = /certificate (does not )?fit/;

test.each<[string, string, Partial<Certificate> & { secure?: boolean }]>([
  ['TLS from the start and another name', 'smtps', { secure: true, ...certificateOf('elsewhere.example') }],
  ['STARTTLS and another name', 'smtp', certificateOf('elsewhere.example')],
  ['no TLS at all, where it is asked for', 'smtp', {}],
])('a server with %s gets nothing', async (_, protocol, options) => {
  const server = await serve(options);
  const board = await boardWith(`${protocol}://localhost:${server.port}${protocol === 'smtp' ? '?requireTLS=true' : ''}`);
  expect(await sendOne(board)).toMatchObject({ state: 'waiting', trouble: expect.stringMatching(WITHOUT) });
  expect(server.received).toEqual([]);
});

test('a wrong password keeps mail waiting, and says so without naming it', async () => {
  const server = await serve({ secure: true, ...certificateOf('localhost'), ...askingFor('ann@board', 'another') });
  const board = await boardWith(login('smtps', server.port));
  expect(await sendOne(board)).toMatchObject({
    state: 'waiting',
    trouble: 'The mail server refused the user or password of SMTP_URL (535).',
  });
  expect(board.logs.join('\n')).not.toMatch(/ann|päss|home\.example/);
});

test('a refused recipient is a dead letter, a server that hangs or breaks off is asked again, and no tick waits for it', async () => {
  const server = await serve();
  const board = await boardWith(`smtp://localhost:${server.port}`);
  server.behave({ recipient: 550 });
  expect(await sendOne(board)).toMatchObject({ state: 'dead' });
  server.behave('drop-after-data');
  await queue(board);
  await board.tick(Date.now() + 60_000);
  expect(server.received).toHaveLength(1);
  server.behave('hang-after-data');
  await board.tick(Date.now() + 4 * 60_000);
  expect((await rows(board))[1]).toMatchObject({ state: 'waiting', tries: 2, trouble: 'The mail server took too long.' });
  server.behave('take');
  await board.tick(Date.now() + 30 * 60_000);
  expect((await rows(board))[1]).toMatchObject({ state: 'sent', tries: 3 });
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
});
