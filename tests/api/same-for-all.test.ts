import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
});
afterAll(() => board.close());

const SEARCHES = ['/api/jobs', '/api/jobs?q=engineer', '/jobs?q=nurse&sort=newest', '/jobs/feed.json?q=teacher', '/api/places?q=st'];

/** Whatever a board could tell people apart by. */
const VISITORS: readonly Readonly<Record<string, string>>[] = [
  { Cookie: 'consent=1/1/-/counters:1:y:t5x3kk; visitor=1', 'User-Agent': 'Mozilla/5.0 (iPhone)', 'Accept-Language': 'az' },
  { 'CF-Connecting-IP': '192.0.2.7', 'CF-IPCountry': 'FI', Referer: 'https://search.example/?q=nurse', 'Accept-Language': 'sv' },
  { 'Sec-GPC': '1', DNT: '1', 'Sec-CH-UA-Platform': '"Windows"', 'CF-Connecting-IP': '2001:db8::7' },
];

test.each(SEARCHES)('%s answers the same to everybody', proves('same-results-for-all'), async (path) => {
  const answerTo = async (headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${board.origin}${path}`, { headers });
    expect(response.status).toBe(200);
    return response.text();
  };
  const first = await answerTo({});
  for (const visitor of VISITORS) expect(await answerTo(visitor)).toBe(first);
});
