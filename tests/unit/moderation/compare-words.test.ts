import { expect, test } from 'vitest';
import { newContent } from '#tests/support/moderation.ts';
import { compareTexts, compareWords } from '#worker/moderation/model/compare-words.ts';
import { postWords } from '#worker/moderation/model/post-words.ts';

test('what changed since the approval stands beside what stayed, word by word', () => {
  expect(compareTexts('Shifts begin at six.', 'Shifts begin at seven.')).toEqual([
    { is: 'same', text: 'Shifts begin at ' },
    { is: 'removed', text: 'six' },
    { is: 'added', text: 'seven' },
    { is: 'same', text: '.' },
  ]);
});

test('lines are compared apart, and a sign before the first word that changed stays', () => {
  expect(compareTexts('one\ntwo', 'uno\ndue')).toEqual([
    { is: 'removed', text: 'one' },
    { is: 'added', text: 'uno' },
    { is: 'same', text: '\n' },
    { is: 'removed', text: 'two' },
    { is: 'added', text: 'due' },
  ]);
  expect(compareTexts('– six', '– seven')[0]).toEqual({ is: 'same', text: '– ' });
});

test('fields that did not change are one part each, and empty ones are left out', () => {
  const before = postWords(newContent(), 'Ward and Sons');
  const after = postWords(newContent({ title: 'Nurse for the day ward' }), 'Ward and Sons');
  const compared = compareWords(before, after);
  expect(compared.filter(({ changed }) => changed).map(({ field }) => field)).toEqual(['title']);
  expect(compared.every(({ changed, parts }) => changed || parts.length === 1)).toBe(true);
  expect(compared.map(({ field }) => field)).not.toContain('skills');
});

test('before the first approval nothing counts as changed', () => {
  const compared = compareWords(null, postWords(newContent(), 'Ward and Sons'));
  expect(compared.some(({ changed }) => changed)).toBe(false);
  expect(compared.find(({ field }) => field === 'pay')?.parts).toEqual([{ is: 'same', text: '3,200.00 – 3,900.00 EUR a month' }]);
});

test('a moderator reads what the public would: contacts are counted, and stand in no text', () => {
  const words = postWords(newContent({ description: 'Write to boss@firm.example or call +46 40 123 45 67.' }), null);
  expect(JSON.stringify(words)).not.toMatch(/boss@|123 45/);
  expect(words.contacts).toBe('e-mail address, phone number');
});

test('two long texts without a word in common are compared, too', () => {
  const text = (word: string) => Array.from({ length: 12_000 }, (_, at) => `${word}${at}`).join(' ');
  const parts = compareTexts(text('a'), text('b'));
  expect(parts.map(({ is }) => is)).toEqual(['removed', 'added']);
});

test('a moderator reads words, and no code of any field', () => {
  const place = {
    placeId: '1',
    name: 'Malmö',
    region: 'Skåne',
    regionCode: 'SE.27',
    country: 'SE',
    street: null,
    postalCode: null,
    lat: 1,
    lng: 1,
  };
  const remote = { partly: true, countries: ['SE', 'DE'] };
  const words = postWords(newContent({ places: [place], remote, apply: { by: 'relay' }, validThrough: Date.UTC(2027, 2, 3, 12) }), null);
  expect(words).toMatchObject({
    places: 'Malmö, Skåne, Sweden',
    remote: 'part of it, from Sweden or Germany',
    validThrough: 'March 3, 2027',
  });
  expect(words.apply).toBe('through the form of this board; the address is shown to nobody');
  const kept = newContent({ apply: { by: 'relay' }, contacts: [{ kind: 'mail', value: 'boss@firm.example' }] });
  expect(postWords(kept, null).contacts).toBe('');
});

test('words that changed side by side are one change, not every other word of two sentences', () => {
  expect(compareTexts('A quiet ward by night.', 'A loud shop by day.')).toEqual([
    { is: 'same', text: 'A ' },
    { is: 'removed', text: 'quiet ward' },
    { is: 'added', text: 'loud shop' },
    { is: 'same', text: ' by ' },
    { is: 'removed', text: 'night' },
    { is: 'added', text: 'day' },
    { is: 'same', text: '.' },
  ]);
});

test('what is chosen or a number changes as a whole, and places one by one', () => {
  const salary = { currency: 'EUR', min: 3_200_00, max: 4_100_00, period: 'month' } as const;
  const town = (name: string) => ({
    ...{ placeId: null, name, region: null, regionCode: null, country: 'SE' },
    ...{ street: null, postalCode: null, lat: null, lng: null },
  });
  const before = postWords(newContent({ places: [town('Malmö'), town('Lund')] }), null);
  const after = postWords(newContent({ places: [town('Malmö'), town('Ystad')], salary }), null);
  const partsOf = (field: string) => compareWords(before, after).find((one) => one.field === field)?.parts;
  expect(partsOf('pay')).toEqual([
    { is: 'removed', text: '3,200.00 – 3,900.00 EUR a month' },
    { is: 'added', text: '3,200.00 – 4,100.00 EUR a month' },
  ]);
  expect(partsOf('places')).toEqual([
    { is: 'same', text: 'Malmö, Sweden\n' },
    { is: 'removed', text: 'Lund, Sweden\n' },
    { is: 'added', text: 'Ystad, Sweden\n' },
  ]);
});

test('one picture takes the place of another as a whole', () => {
  const [before, after] = ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaabbbbbbbbbb'].map((pictureId) => postWords(newContent({ pictureId }), null));
  const compared = compareWords(before ?? null, after ?? before ?? postWords(newContent(), null));
  expect(compared.find(({ field }) => field === 'picture')?.parts.map(({ text }) => text)).toEqual([
    'aaaaaaaaaaaaaaaaaaaa',
    'aaaaaaaaaabbbbbbbbbb',
  ]);
});
