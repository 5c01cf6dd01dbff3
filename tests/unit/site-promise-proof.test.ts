import { expect, test } from 'vitest';
import { byTopic, originNames, summarise } from '#site/lib/promise-proof.ts';
import { proves } from '#tests/support/proves.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import type { Outcome } from '#worker/promises/model/proof.ts';

const proof = (outcome: Outcome, further = false) => ({ file: 'tests/a.test.ts', sentence: 'it holds', further, outcome });

test('a promise has passed only where each of its tests has', proves('promises-proven'), () => {
  expect(summarise([proof('passed'), proof('passed')])).toEqual({ is: 'passed', count: 2 });
  expect(summarise([proof('passed'), proof('not-run')])).toEqual({ is: 'partly', count: 2 });
  expect(summarise([proof('not-run')])).toEqual({ is: 'not-run', count: 1 });
  expect(summarise([proof('passed'), proof('not-run'), proof('failed')])).toEqual({ is: 'failed', count: 1 });
});

test('a promise without any test has not passed', () => {
  expect(summarise([])).toEqual({ is: 'not-run', count: 0 });
});

test('further evidence makes no promise pass, and none fail', () => {
  expect(summarise([proof('passed', true)])).toEqual({ is: 'not-run', count: 0 });
  expect(summarise([proof('passed'), proof('not-run', true)])).toEqual({ is: 'passed', count: 1 });
});

test('every clause has a topic that the page of promises knows', () => {
  const promises = CLAUSES.map(({ id, topic, origins }) => ({ id, topic, words: '', origins, enforcedBy: [], proofs: [] }));
  const shown = byTopic(promises).flatMap((topic) => topic.promises);
  expect(shown.length).toBe(CLAUSES.length);
});

test('the lines that a promise answers are said with the names of their policies', () => {
  const families = [
    { family: 'NEC', name: 'Necojobs', kept: 1, planned: 0 },
    { family: 'PRO', name: 'ProJobSector', kept: 1, planned: 0 },
    { family: 'OWN', name: 'Our own', kept: 1, planned: 0 },
  ] as const;
  expect(originNames(['PRO-07', 'NEC-19', 'NEC-20', 'OWN'], families)).toEqual([
    'Necojobs (NEC\u201119, NEC\u201120)',
    'ProJobSector (PRO\u201107)',
  ]);
  expect(originNames(['OWN'], families)).toEqual([]);
});
