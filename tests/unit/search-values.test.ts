import { expect, test } from 'vitest';
import { countLetters, lettersOf } from '#search/embedded/values.ts';

test('letters of many ads, one after another, are counted by value', () => {
  const counts = countLetters([lettersOf([1, 2]), lettersOf([2, 58, 300]), lettersOf([300, 40_000])].join(''), 40_000);
  expect([1, 2, 3, 58, 300, 40_000].map((id) => counts[id])).toEqual([1, 2, 0, 1, 2, 1]);
});

test('a value without a number, or with one beyond the last letter, has no letter', () => {
  expect(lettersOf([0, 70_000])).toBe('');
  expect(lettersOf([0xd7ff - 0x22])).toBe('\uD7FF');
});

test('an ad counts under at most a hundred values, as many as the totals follow', () => {
  expect(lettersOf(Array.from({ length: 150 }, (_, index) => index + 1))).toHaveLength(100);
});
