import { openDatabase } from '#db/client.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { BENCH_SECRET } from '#tests/bench/bench-secret.ts';
import { startBenchBoard } from '#tests/bench/board.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { newId } from '#worker/kernel/random.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

const AT_ONCE = 100;

/** Mails a second that one tick hands to a real SMTP server on this machine, over the connections that the board keeps. */
export async function measureMail(folder: string, count: number): Promise<number> {
  const server = await startMailServer();
  const board = await startBenchBoard(folder, { SMTP_URL: `smtp://localhost:${server.port}` });
  for (let written = 0; written < count; written += AT_ONCE) await writeMails(board.database, Math.min(AT_ONCE, count - written));
  const from = performance.now();
  while (server.received.length < count) await board.tick();
  const seconds = (performance.now() - from) / 1000;
  await board.close();
  await server.close();
  return count / seconds;
}

async function writeMails(address: Parameters<typeof openDatabase>[0], count: number): Promise<void> {
  const db = openDatabase(address);
  const now = Date.now();
  const context = { now, ...mailKeys(BENCH_SECRET) };
  const orders = Array.from({ length: count }, () => {
    const id = newId();
    const facts = { at: now, browser: 'Firefox on Linux', country: 'SE' };
    const to = `${id}@mail.example`;
    return { kind: 'password-changed', key: `password-changed/${id}`, to, accountId: null, language: 'en', facts, network: null } as const;
  });
  const prepared = await Promise.all(orders.map((order) => prepareMail(context, order)));
  await runBatch(db, [...queueStatements(db, prepared)]);
}
