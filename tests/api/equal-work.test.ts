import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost } from '#tests/support/accounts.ts';
import { anAddress, aSignUp, LONG_PASSWORD } from '#tests/support/door.ts';
import { proves } from '#tests/support/proves.ts';

const scrypts = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const scryptSync = (...given: Parameters<typeof crypto.scryptSync>) => {
    scrypts.count += 1;
    return crypto.scryptSync(...given);
  };
  return { ...crypto, scryptSync };
});

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
  await board.ask('/api/forgot', own({ email: anAddress() }));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => board.close());

let networks = 0;
function own(body: object): RequestInit {
  networks += 1;
  return ownPost(ORIGIN, { cookie: '', body, headers: { 'CF-Connecting-IP': `192.0.2.${networks}` } });
}

interface Work {
  readonly status: number;
  readonly answer: string;
  readonly scrypts: number;
  /** What was asked of the database, round trip by round trip, without the values. */
  readonly asked: readonly string[];
}

/** Everything that somebody outside could measure of an answer. */
async function measured(ask: () => Promise<Response>): Promise<Work> {
  const asked: Promise<string>[] = [];
  const send = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    if (input instanceof Request) asked.push(input.clone().text().then(withoutValues));
    return send(input, init);
  });
  scrypts.count = 0;
  const response = await ask();
  const work = { status: response.status, answer: await response.text(), scrypts: scrypts.count, asked: await Promise.all(asked) };
  vi.restoreAllMocks();
  return work;
}

const VALUES = new Set(['args', 'named_args', 'baton']);

function withoutValues(text: string): string {
  return JSON.stringify(JSON.parse(text), (name, value) => (VALUES.has(name) ? undefined : value));
}

async function bothWays(path: string, bodyFor: (email: string) => object): Promise<readonly [Work, Work]> {
  const { email } = await makeAccount(board.database.db);
  const workFor = (address: string) => measured(() => board.ask(path, own(bodyFor(address))));
  return [await workFor(email), await workFor(anAddress())];
}

test.each([
  ['signing in', '/api/sign-in', (email: string) => ({ email, password: LONG_PASSWORD }), 1],
  ['signing up', '/api/sign-up', (email: string) => aSignUp(email), 1],
  ['a forgotten password', '/api/forgot', (email: string) => ({ email }), 0],
])(
  '%s does the same work for an address with an account and one without',
  proves('sign-in-tells-nothing'),
  async (_, path, bodyFor, hashes) => {
    const [known, unknown] = await bothWays(path, bodyFor);
    expect(known).toEqual(unknown);
    expect(known.scrypts).toBe(hashes);
    expect(known.asked.length).toBeGreaterThan(1);
  },
);

test('the work is the same where the waiting begins, and while one waits', async () => {
  const { email } = await makeAccount(board.database.db);
  const works = [];
  for (const address of [email, anAddress()]) {
    const tried: Work[] = [];
    const body = ownPost(ORIGIN, {
      cookie: '',
      body: { email: address, password: LONG_PASSWORD },
      headers: { 'CF-Connecting-IP': '203.0.113.9' },
    });
    for (let times = 0; times < 6; times += 1) tried.push(await measured(() => board.ask('/api/sign-in', body)));
    works.push(tried);
  }
  expect(works[0]).toEqual(works[1]);
  expect(works[0]?.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429]);
  expect(works[0]?.map((work) => work.scrypts)).toEqual([1, 1, 1, 1, 1, 0]);
});
