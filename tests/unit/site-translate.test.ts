import { expect, test } from 'vitest';
import { en } from '#site/messages/en.ts';
import { forBrowser, translator } from '#site/messages/translate.ts';

test('values are filled in, numbers as the language writes them', () => {
  const t = translator(en, 'en');
  expect(t('search.pages.here', { page: 2, pages: 1200 })).toBe('Page 2 of 1,200');
  expect(translator(en, 'de')('search.count', { count: 1200 })).toBe('1.200 jobs');
});

test('the count chooses the form', () => {
  const t = translator(en, 'en');
  expect(t('search.count', { count: 1 })).toBe('1 job');
  expect(t('search.count', { count: 0 })).toBe('0 jobs');
});

test('a value that looks like a placeholder stays what it is', () => {
  expect(translator(en, 'en')('search.for', { words: '{place} $& $1' })).toBe('for {place} $& $1');
});

test('the browser gets what the search needs and nothing else', () => {
  const keys = Object.keys(forBrowser(en));
  expect(keys).toContain('search.count');
  expect(keys).toContain('row.posted');
  expect(keys).toContain('frame.titled');
  expect(keys.some((key) => /^(home|job|gone|api|problem)\./.test(key))).toBe(false);
});
