import { expect, test } from 'vitest';
import { promiseNote } from '#site/lib/promise-note.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import { clauseOf } from '#worker/promises/model/clauses.ts';

const clause: Clause = {
  id: 'an-example',
  origins: ['OWN'],
  topic: 'search',
  state: 'kept',
  words: { en: 'Whatever is stopped is deleted after {keep.stopped-jobs}.' },
  note: { en: 'Stopped today, deleted after {keep.stopped-jobs}.' },
  enforcedBy: ['site/lib/promise-note.ts'],
};

test('a promise is noted in the words of the moment, with its numbers', () => {
  expect(promiseNote(clause, board)).toBe('Stopped today, deleted after 30 days.');
});

test('without words of the moment, the promise itself is noted', () => {
  const { note: _, ...plain } = clause;
  expect(promiseNote(plain, board)).toBe('Whatever is stopped is deleted after 30 days.');
});

test('nothing is noted while the promise is not kept', () => {
  expect(promiseNote({ ...clause, state: 'planned' }, board)).toBeNull();
});

test('a note that names no known promise is a mistake in the page, and the build says which', () => {
  expect(() => clauseOf('no-such-promise')).toThrow('There is no clause "no-such-promise"');
});
