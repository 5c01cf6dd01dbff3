import { expect, test } from 'vitest';
import { ownPathTo } from '#site/lib/own-path.ts';

const asked = { origin: 'https://board.example', not: ['/sign-in'] };

test('the way back is a path of our own, with what it was asked for', () => {
  expect(ownPathTo('/jobs?q=nurse', asked)).toBe('/jobs?q=nurse');
  expect(ownPathTo('https://board.example/account', asked)).toBe('/account');
});

test.each([
  ['another site', 'https://elsewhere.example/'],
  ['another site without its scheme', '//elsewhere.example'],
  ['a path that browsers take for another site', '/.//elsewhere.example'],
  ['the same, behind our own address', 'https://board.example//elsewhere.example'],
  ['the same, with backslashes', '/\\elsewhere.example'],
  ['a path that turns into one', '/jobs/..//elsewhere.example'],
  ['a script', 'javascript:alert(1)'],
  ['a page that is itself on the way', '/sign-in?back=/jobs'],
  ['what has no end', `/${'a'.repeat(2001)}`],
])('the way back is never %s', (_, text) => {
  expect(ownPathTo(text, asked)).toBeNull();
});
