import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortTitle } from '#site/lib/short-title.ts';
import { board } from '#worker/board/model/this-board.ts';

test('a heading that fits is the title', () => {
  expect(shortTitle('A decision about a nurse')).toBe('A decision about a nurse');
});

test('a longer one ends with a whole word', () => {
  const long = 'A decision about Registered nurse for the walk-in clinic, nights and weekends, in the old town';
  expect(shortTitle(long)).toMatch(/^A decision about Registered nurse for the \S.*\w…$/);
  expect(long.startsWith(shortTitle(long).slice(0, -1))).toBe(true);
});

test('with the name of the board it fits, whatever an ad is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (heading) => {
      expect(`${shortTitle(heading)} · ${board.name}`.length).toBeLessThanOrEqual(70);
    }),
  );
});
