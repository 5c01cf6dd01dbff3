import { expect, test } from 'vitest';
import { type Format, formatOf, openEnd } from '#site/lib/format.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const at = (now: number): Format => formatOf({ language: 'en', timeZone: 'Europe/Stockholm', now });
const format = at(NOON);

test('a range of pay is written without cents where there are none', () => {
  expect(format.money('USD', 84744, 98000)).toBe('$84,744–$98,000');
  expect(format.money('USD', 43.5, 43.5)).toBe('$43.50');
});

test('a currency that shares its sign is named by its code', () => {
  expect(format.money('SEK', 42000, 51000)).toMatch(/^SEK\s42,000–51,000$/);
  expect(format.money('AZN', 1800, 1800)).toMatch(/^AZN\s1,800$/);
});

test('an open end leaves one amount, and says which end it is', () => {
  const salary = { currency: 'EUR', min: 62000, max: null, period: 'year' } as const;
  expect(format.money('EUR', 62000, null)).toBe('€62,000');
  expect(openEnd(salary)).toBe('from');
  expect(openEnd({ ...salary, min: null, max: 62000 })).toBe('upto');
  expect(openEnd({ ...salary, max: 70000 })).toBeNull();
});

test('no pay is no text', () => {
  expect(format.money('EUR', null, null)).toBeNull();
});

test('dates name the day first', () => {
  expect(format.day('2026-11-20T10:00:00Z')).toBe('20 November 2026');
});

test.each(['Pacific/Auckland', 'Europe/Stockholm', 'America/Los_Angeles'])('a date without a time is that day in %s, too', (timeZone) => {
  expect(formatOf({ language: 'en', timeZone, now: 0 }).date('2026-09-01')).toBe('1 September 2026');
});

test('a day ends at midnight in the board’s time zone', () => {
  expect(format.day('2026-11-20T23:30:00Z')).toBe('21 November 2026');
  expect(at(Date.UTC(2026, 10, 20, 23, 30)).age('2026-11-20T22:00:00Z')).toBe('yesterday');
});

test('age is said in the largest unit that fits', () => {
  expect(format.age('2026-11-22T01:00:00Z')).toBe('today');
  expect(format.age('2026-11-20T10:00:00Z')).toBe('2 days ago');
  expect(format.age('2026-11-15T10:00:00Z')).toBe('last week');
  expect(format.age('2026-11-01T10:00:00Z')).toBe('3 weeks ago');
  expect(format.age('2026-08-01T10:00:00Z')).toBe('3 months ago');
});

test('distances under ten kilometres keep a decimal', () => {
  expect(format.distance(3.44)).toBe('3.4 km');
  expect(format.distance(25)).toBe('25 km');
  expect(format.distance(104.6)).toBe('105 km');
});

test('countries and languages are named', () => {
  expect(format.country('AZ')).toBe('Azerbaijan');
  expect(format.language('fi')).toBe('Finnish');
});

test('a choice is joined by “or”, and what is all there by “and”', () => {
  expect([format.anyOf(['Sweden', 'Finland']), format.allOf(['a phone number', 'a messenger'])]).toEqual([
    'Sweden or Finland',
    'a phone number and a messenger',
  ]);
});
