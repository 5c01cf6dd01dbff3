import { expect, test } from 'vitest';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import { lookPolitely } from '#worker/relay/look-politely.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const link = (url: string) => ({ jobId: 'ad', url, failures: 0 });
const WELL: OutsideAnswer = { is: 'answer', status: 200, type: 'text/html', location: null, text: '' };

/** What was asked, and what was found; each look takes so long. */
async function look(urls: readonly string[], { answer, takes }: { readonly answer: OutsideAnswer; readonly takes: number }) {
  const asked: string[] = [];
  let clock = NOON;
  const fetchPublic = async (url: string) => {
    asked.push(url);
    clock += takes;
    return answer;
  };
  const found = await lookPolitely({ now: NOON, clock: () => clock, fetchPublic }, urls.map(link));
  return { asked, found: found.map(({ url }) => url) };
}

test('what a run has no time for is left for the next', async () => {
  const urls = ['https://slow.example/1', 'https://slow.example/2', 'https://slow.example/3'];
  expect(await look(urls, { answer: WELL, takes: 8000 })).toEqual({ asked: urls.slice(0, 2), found: urls.slice(0, 2) });
});

test('a board that cannot look asks each site once, and says nothing of it', async () => {
  const urls = ['https://one.example/1', 'https://one.example/2', 'https://two.example/1'];
  const seen = await look(urls, { answer: { is: 'not-tried' }, takes: 0 });
  expect(seen).toEqual({ asked: ['https://one.example/1', 'https://two.example/1'], found: [] });
});
