import { openDatabase } from '#db/client.ts';
import type { BenchBoard } from '#tests/bench/board.ts';
import { type Timing, timing } from '#tests/bench/measure.ts';
import { makeAccount, ownPost, PASSWORD } from '#tests/support/accounts.ts';
import { newId } from '#worker/kernel/random.ts';

/** How long one door takes for addresses that have an account, and for those that have none. */
export interface DoorTiming {
  readonly door: string;
  readonly known: Timing;
  readonly unknown: Timing;
}

interface Door {
  readonly door: string;
  readonly path: string;
  readonly status: number;
  readonly bodyOf: (email: string) => object;
}

const WRONG = 'a long password that is not the one';
const DOORS: readonly Door[] = [
  { door: 'sign-in, wrong password', path: '/api/sign-in', status: 400, bodyOf: (email) => ({ email, password: WRONG }) },
  {
    door: 'sign-up',
    path: '/api/sign-up',
    status: 202,
    bodyOf: (email) => ({ email, password: PASSWORD, role: 'seeker', age: true, terms: true }),
  },
  { door: 'forgotten password', path: '/api/forgot', status: 202, bodyOf: (email) => ({ email }) },
];
const WARMING_UP = 5;

/** Knocks at every door for as many addresses with an account as without, one after the other and taking turns at being first. */
export async function measureDoors(
  board: BenchBoard,
  times: number,
): Promise<{ readonly signIn: Timing; readonly doors: readonly DoorTiming[] }> {
  const db = openDatabase(board.database);
  const known: string[] = [];
  for (let index = 0; index < times + WARMING_UP; index += 1) known.push((await makeAccount(db)).email);
  const doors: DoorTiming[] = [];
  for (const door of DOORS) doors.push(await measureDoor(board.origin, { door, known }));
  const signIn = { door: '', path: '/api/sign-in', status: 200, bodyOf: (email: string) => ({ email, password: PASSWORD }) };
  const taken: number[] = [];
  for (const email of known) taken.push(await knock(board.origin, { door: signIn, email }));
  return { signIn: timing(taken.slice(WARMING_UP)), doors };
}

async function measureDoor(
  origin: string,
  { door, known }: { readonly door: Door; readonly known: readonly string[] },
): Promise<DoorTiming> {
  const taken: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (const [index, email] of known.entries()) {
    const stranger = `${newId()}@mail.example`;
    const turns = [['known', email] as const, ['unknown', stranger] as const];
    for (const [who, address] of index % 2 === 0 ? turns : turns.reverse()) {
      const ms = await knock(origin, { door, email: address });
      if (index >= WARMING_UP) taken[who].push(ms);
    }
  }
  return { door: door.door, known: timing(taken.known), unknown: timing(taken.unknown) };
}

let knocks = 0;

/** Each from a network of its own: many from one are slowed down, which is not what is measured. */
function nextNetwork(): string {
  knocks += 1;
  return `10.${(knocks >> 16) & 255}.${(knocks >> 8) & 255}.${knocks & 255}`;
}

async function knock(origin: string, { door, email }: { readonly door: Door; readonly email: string }): Promise<number> {
  const request = ownPost(origin, { cookie: '', body: door.bodyOf(email), headers: { 'CF-Connecting-IP': nextNetwork() } });
  const from = performance.now();
  const response = await fetch(`${origin}${door.path}`, request);
  const said = await response.text();
  if (response.status !== door.status) throw new Error(`${door.path} answered ${response.status}: ${said}`);
  return performance.now() - from;
}
