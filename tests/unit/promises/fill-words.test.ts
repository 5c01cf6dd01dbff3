import { expect, test } from 'vitest';
import { board } from '#worker/board/model/this-board.ts';
import { days, months } from '#worker/promises/model/duration.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { fillWords } from '#worker/promises/model/fill-words.ts';
import { RETENTION } from '#worker/promises/model/retention.ts';

const facts = {
  one: days(1),
  many: days(30),
  half: months(6),
  count: 1234,
  name: 'Keepword',
  title: { en: 'Data protection officer', sv: 'Dataskyddsombud' },
  home: { countryCode: 'SE' },
};
const say = (text: string, language = 'en') => fillWords({ en: text, sv: text }, { facts, language });

test('periods are said in the singular and the plural', () => {
  expect(say('Kept for {one}.')).toBe('Kept for 1 day.');
  expect(say('Kept for {many}, asked again after {half}.')).toBe('Kept for 30 days, asked again after 6 months.');
});

test('numbers, names, titles and countries are said as the language says them', () => {
  expect(say('{count} {name} {title} {home}')).toBe('1,234 Keepword Data protection officer Sweden');
  expect(say('{one} {count} {name} {title} {home}', 'sv')).toBe('1 dygn 1\u00a0234 Keepword Dataskyddsombud Sverige');
});

test('words without a translation are said in English', () => {
  expect(fillWords({ en: 'For {many}.' }, { facts, language: 'en-GB' })).toBe('For 30 days.');
});

test('a fact that there is not, and a brace left over, are errors that show the sentence', () => {
  expect(() => say('Kept for {ever}.')).toThrow('There is no fact "ever", which is named in: Kept for {ever}.');
  expect(() => say('Kept for {Many}.')).toThrow('A brace is left over in: Kept for {Many}.');
});

test('every retention rule, contact and limit of a board is a fact', () => {
  const known = factsOf(board);
  expect(RETENTION.filter(({ id, keep }) => known[`keep.${id}`] !== keep)).toEqual([]);
  expect(known).toMatchObject({ 'privacy-mail': board.dataProtection.mail, 'minimum-age': 16, 'law.gdpr-6-1-a': 'Art.\u00a06(1)(a) GDPR' });
});
