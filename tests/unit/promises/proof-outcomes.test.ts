import { expect, test } from 'vitest';
import { notProvenHere, outcomesOf, testResults } from '#tests/support/proof-outcomes.ts';
import type { Proof } from '#worker/promises/model/proof.ts';

const proof: Proof = { clause: 'a-clause', file: 'tests/api/x.test.ts', sentence: '… is quick', further: false };
const cases = (...statuses: readonly string[]) => ({
  testResults: [
    {
      name: '/board/tests/api/x.test.ts',
      assertionResults: [
        ...statuses.map((status, index) => ({ fullName: `${index} is quick`, status, meta: { proves: ['a-clause'] } })),
        { fullName: 'it is quick', status: 'failed' },
      ],
    },
  ],
});
const outcome = (...statuses: readonly string[]) => outcomesOf([proof], testResults.parse(cases(...statuses)), '/board')[0]?.outcome;

test('a proof passed when its cases passed, and failed when one of them failed', () => {
  expect(outcome('passed', 'passed')).toBe('passed');
  expect(outcome('passed', 'failed')).toBe('failed');
  expect(outcome('passed', 'skipped')).toBe('passed');
});

test('a proof of which no case ran did not run, whatever tests of the same file did', () => {
  expect(outcome()).toBe('not-run');
  expect(outcome('skipped')).toBe('not-run');
});

test('what was not proven is said with the tool that this machine lacks', () => {
  const browser = { ...proof, file: 'tests/e2e/x.test.ts', outcome: 'not-run' as const };
  expect(notProvenHere([browser, { ...browser, clause: 'another' }])).toEqual([
    'Not proven here: a-clause, another. tests/e2e/x.test.ts needs a Chromium at CHROME_PATH or /usr/bin/chromium.',
  ]);
  expect(notProvenHere([{ ...browser, further: true }])).toEqual([]);
  expect(notProvenHere([{ ...proof, outcome: 'passed' }])).toEqual([]);
});
