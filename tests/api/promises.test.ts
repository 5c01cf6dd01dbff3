import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { proves } from '#tests/support/proves.ts';
import { createApp } from '#worker/app.ts';
import type { StaticFiles } from '#worker/env.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { promisesView } from '#worker/promises/model/promise-view.ts';
import type { Outcome, ProofReport } from '#worker/promises/model/proof.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const shape = promisesView.strict();
const ask = async () => shape.parse(await (await board.ask('/api/promises')).json());
const kept = CLAUSES.filter(({ state }) => state === 'kept');

test('only kept promises are answered, each with the tests that prove it', proves('promises-proven'), async () => {
  const { promises, planned } = await ask();
  expect(promises.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  expect(promises.filter(({ proofs }) => proofs.every(({ further }) => further)).map(({ id }) => id)).toEqual([]);
  expect(planned).toBe(CLAUSES.length - kept.length);
});

test('words are answered whole, with their numbers', async () => {
  const { promises } = await ask();
  expect(promises.filter(({ words }) => /[{}]/.test(words) || !/^[A-Z“].*\.$/.test(words)).map(({ id }) => id)).toEqual([]);
});

test('each policy is answered with how much of it is kept', async () => {
  const { families } = await ask();
  expect(families.map(({ family }) => family)).toEqual(['NEC', 'PRO', 'NET', 'EJO', 'JTW', 'OWN']);
  const ofNecojobs = CLAUSES.filter(({ origins }) => origins.some((origin) => origin.startsWith('NEC-')));
  expect(families[0]).toMatchObject({ name: 'Necojobs', kept: ofNecojobs.filter(({ state }) => state === 'kept').length });
});

test('where the build carries no report, nothing is said to have passed', proves('promises-proven'), async () => {
  const { testedAt, promises } = await ask();
  expect(testedAt).toBeNull();
  expect(promises.flatMap(({ proofs }) => proofs).every(({ outcome }) => outcome === 'not-run')).toBe(true);
});

test('where it carries one, each proof is answered as it ended, and when', proves('promises-proven'), async () => {
  const [first, second, third] = (await ask()).promises.flatMap(({ id, proofs }) => proofs.map((proof) => ({ ...proof, clause: id })));
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are too few proofs for this test.');
  const ended = (proof: typeof first, outcome: Outcome) => ({ ...proof, outcome });
  const answered = await askWith({
    tree: 'a',
    testedAt: '2026-11-22T10:00:00.000Z',
    proofs: [ended(first, 'passed'), ended(second, 'failed')],
  });
  expect(answered.testedAt).toBe('2026-11-22T10:00:00.000Z');
  const outcomes = answered.promises.flatMap(({ proofs }) => proofs.map(({ outcome }) => outcome));
  expect(outcomes.slice(0, 3)).toEqual(['passed', 'failed', 'not-run']);
});

test('a parameter that it does not know is refused', async () => {
  expect(await board.refused('/api/promises?kept=1')).toMatchObject({ status: 400, error: { fields: [{ field: 'kept' }] } });
});

/** The answer of a build that carries this report. */
async function askWith(report: ProofReport) {
  const ASSETS: StaticFiles = {
    fetch: async ({ url }) => (new URL(url).pathname === '/proof-report.json' ? Response.json(report) : new Response('', { status: 404 })),
  };
  const app = createApp({ clock: () => board.now, log: () => {} });
  return shape.parse(await (await app.request('/api/promises', {}, { ...board.env, ASSETS })).json());
}
