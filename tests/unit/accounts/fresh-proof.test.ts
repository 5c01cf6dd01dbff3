import { expect, test } from 'vitest';
import { hasFreshProof, requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;

test('a proof counts for fifteen minutes, and not a moment longer', () => {
  expect(hasFreshProof({ provenAt: NOW - 15 * MINUTE + 1 }, NOW)).toBe(true);
  expect(hasFreshProof({ provenAt: NOW - 15 * MINUTE }, NOW)).toBe(false);
});

test('what needs a fresh proof stops with a code of its own, so that a page asks and comes back', () => {
  expect(() => requireFreshProof({ provenAt: NOW }, NOW)).not.toThrow();
  expect(() => requireFreshProof({ provenAt: NOW - 16 * MINUTE }, NOW)).toThrow(expect.objectContaining({ code: 'step_up' }));
});
