import { type Database, openDatabase } from '#db/client.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import type { BenchBoard } from '#tests/bench/board.ts';
import { ask, type Timing, timing } from '#tests/bench/measure.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { aPost, makeEmployer, makePost } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';

const WAITING = 10_000;
const ROWS_A_STATEMENT = 50;
const TIMES = 20;

export interface ModerationFigures {
  /** The first page of the queue with ten thousand waiting, and one from the middle of it. */
  readonly queue: Timing;
  readonly further: Timing;
  /** From the moderator's press until the ad's own page answers, and until a search finds it. */
  readonly shown: Timing;
  readonly found: Timing;
}

/** Fills the queue, reads it, and approves posts one by one, as pages and programs do. */
export async function measureModeration({ database, origin }: BenchBoard, times: number): Promise<ModerationFigures> {
  const db = openDatabase(database);
  const cookie = await signedIn({ database: { db } }, await makeAccount(db, { role: 'moderator' }));
  await fillQueue(db);
  const queue = await timePage(`${origin}/moderate`, { cookie, times });
  const further = await timePage(`${origin}/moderate?after=3-${WAITING / 2}-${newId()}`, { cookie, times });
  const approvals = await measureApprovals(db, { origin, cookie });
  await db.delete(cases);
  return { queue, further, ...approvals };
}

async function fillQueue(db: Database): Promise<void> {
  const rows = Array.from({ length: WAITING }, (_, at) => ({
    id: newId(),
    kind: 'import' as const,
    priority: 3,
    state: 'open' as const,
    title: `Clerk ${at}`,
    flags: [{ flag: 'scam-words', field: 'description', quote: 'guaranteed income' } as const],
    openedAt: at,
  }));
  for (let at = 0; at < WAITING; at += ROWS_A_STATEMENT) await db.insert(cases).values(rows.slice(at, at + ROWS_A_STATEMENT));
}

async function timePage(url: string, { cookie, times }: { readonly cookie: string; readonly times: number }): Promise<Timing> {
  const taken: number[] = [];
  for (let index = -5; index < times; index += 1) {
    const from = performance.now();
    const response = await fetch(url, { headers: { Cookie: cookie, 'cf-connecting-ip': '192.0.2.7' } });
    await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (index >= 0) taken.push(performance.now() - from);
  }
  return timing(taken);
}

async function measureApprovals(db: Database, { origin, cookie }: { readonly origin: string; readonly cookie: string }) {
  const employer = await makeEmployer(db);
  const word = `quodlibetarian${newId().replaceAll(/[2-7]/g, 'a')}`;
  const taken = { shown: [] as number[], found: [] as number[] };
  for (let round = 0; round < TIMES; round += 1) {
    const title = `${word.slice(0, 30)} number ${round}`;
    const post = await makePost(db, { state: 'submitted', employer, content: aPost({ title }), now: Date.now() - 1000 });
    const from = performance.now();
    const pressed = await fetch(`${origin}/api/moderate/cases/${post.caseId}/approve`, ownPost(origin, { cookie, body: {} }));
    if (!pressed.ok) throw new Error(`an approval was answered ${pressed.status}: ${await pressed.text()}`);
    await until(async () => (await ask(`${origin}/api/jobs/${post.id}`)).status === 200);
    taken.shown.push(performance.now() - from);
    await until(async () => (await totalOf(origin, word.slice(0, 30))) === round + 1);
    taken.found.push(performance.now() - from);
  }
  return { shown: timing(taken.shown), found: timing(taken.found) };
}

async function totalOf(origin: string, word: string): Promise<number> {
  const said: unknown = JSON.parse((await ask(`${origin}/api/jobs?q=${word}`)).body);
  return typeof said === 'object' && said !== null && 'total' in said ? Number(said.total) : -1;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await holds())) if (performance.now() > deadline) throw new Error('waited twenty seconds in vain');
}
