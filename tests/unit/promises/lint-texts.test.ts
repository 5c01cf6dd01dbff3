import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { noOtherLanguage, nothingTwice } from '#worker/local/lint/language.ts';
import { noNumber } from '#worker/local/lint/numbers.ts';
import { noBrace, noPlaceholder } from '#worker/local/lint/placeholders.ts';
import type { TextRule } from '#worker/local/lint/text.ts';
import { messagesIn, wordsIn, wordsInValue } from '#worker/local/lint/written-texts.ts';

const judge = (rule: TextRule, text: string, language = 'en') => rule({ where: 'here', language, text });

test.each(['Write to [Add Contact Email].', 'TODO: say more.', 'Lorem ipsum dolor.', 'We use it for ...', 'Mail <your address>.'])(
  '“%s” is a gap',
  proves('no-gaps-in-policy'),
  (text) => {
    expect(judge(noPlaceholder, text)).toMatch(/^here: “.+” is a gap in “.+”\. Write what belongs there\.$/);
  },
);

test('an empty text is a gap, and a quotation is none', proves('no-gaps-in-policy'), () => {
  expect(judge(noPlaceholder, ' ')).toMatch(/^here: the text is empty/);
  expect(judge(noPlaceholder, 'In its place stands “[contact kept private]”.')).toBeNull();
});

test('a brace that nothing was filled into is a fault', proves('no-gaps-in-policy'), () => {
  expect(judge(noBrace, 'Kept {keep.nothing}.')).toMatch(/^here: .* has a brace left\. Name a fact that there is/);
  expect(judge(noBrace, 'Kept 30 days.')).toBeNull();
});

test.each([
  ['Kept for 30 days.', '30'],
  ['Deleted after six months.', 'six months'],
  ['Within half an hour or thirty minutes.', 'thirty minutes'],
  ['A total below 1,000 is hidden.', '1,000'],
])('a number in “%s” is refused', proves('no-number-by-hand'), (text, number) => {
  expect(judge(noNumber, text)).toBe(
    `here: “${number}” is written by hand in “${text}”. Put the number into the data and name it, as {keep.stopped-jobs}.`,
  );
});

test('a number that comes from the data may stand, and words that count nothing', proves('no-number-by-hand'), () => {
  expect(judge(noNumber, 'Kept {keep.stopped-jobs}, by one of four reasons, in one place.')).toBeNull();
});

test.each([
  ['en', 'Required field, obligatoriskt fält'],
  ['en', 'Sök jobb'],
  ['en', 'Bütün elanlar'],
  ['sv', 'Sök jobb with your words'],
  ['fi', 'Hae työtä och jobb'],
  ['de', 'Alle Stellen für Sie, və elanlar'],
  ['az', 'İş elanları and more'],
])('in %s, “%s” is of two languages', proves('one-language-a-page'), (language, text) => {
  expect(judge(noOtherLanguage, text, language)).toMatch(/^here: “.+” is .+\. Write it in one language\.$/);
});

test.each([
  ['en', 'Search open jobs by words, place and pay.'],
  ['sv', 'Sök lediga jobb på alla orter och spara dem.'],
  ['fi', 'Hae avoimia työpaikkoja, myös etänä.'],
  ['de', 'Stellen suchen und merken: für alle, überall.'],
  ['az', 'Bütün iş elanları üçün axtarış.'],
  ['nl', 'Zoek naar werk in de buurt.'],
])('in %s, “%s” is of one language', (language, text) => {
  expect(judge(noOtherLanguage, text, language)).toBeNull();
});

test.each(['* Required field * Required field', 'E-mail E-mail', 'Say it it plainly.'])(
  '“%s” says something twice',
  proves('one-language-a-page'),
  (text) => {
    expect(judge(nothingTwice, text)).toMatch(/^here: “.+” stands twice/);
  },
);

test('words are found in a source wherever they are written, with their line and languages', () => {
  const text = "export const A = [\n  { words: { en: 'Yes.', sv: 'Ja.' } },\n  { id: 'x', lasts: 3 },\n];";
  expect(wordsIn({ file: 'a.ts', text })).toEqual([
    { where: 'a.ts:2', language: 'en', text: 'Yes.' },
    { where: 'a.ts:2', language: 'sv', text: 'Ja.' },
  ]);
});

test('messages are found with their key', () => {
  const text = "export const en = { 'a.b': 'Yes', 'a.c': { one: '{count} job', other: '{count} jobs' } };";
  expect(messagesIn({ file: 'en.ts', text }, 'en').map((message) => [message.key, message.text])).toEqual([
    ['a.b', 'Yes'],
    ['one', '{count} job'],
    ['other', '{count} jobs'],
  ]);
});

test('words are found in a board with their path', () => {
  expect(wordsInValue({ versions: [{ changes: [{ en: 'New.' }] }] })).toEqual([
    { where: 'versions[0].changes[0]', language: 'en', text: 'New.' },
  ]);
});
