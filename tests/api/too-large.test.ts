import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

interface Sent {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** Sends the whole body on a connection of its own, as a browser does that looks for an answer only then. */
function statusOf({ path, type, bytes }: Sent): Promise<number | undefined> {
  const { hostname, port, origin } = new URL(board.origin);
  const headers = { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, 'Content-Length': bytes };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject).end(Buffer.alloc(bytes, 'a'));
  });
}

test('whoever sends too much is told so, and never finds a broken connection instead', async () => {
  const json = { path: '/api/sign-in', type: 'application/json', bytes: 3_000_000 };
  const form = { path: '/sign-in', type: 'application/x-www-form-urlencoded', bytes: 1_100_000 };
  const sent = Array.from({ length: 10 }, () => [json, form]).flat();
  const found = [];
  for (const one of sent) found.push(await statusOf(one));
  expect(found).toEqual(sent.map(() => 413));
});
