import { expect, test } from 'vitest';
import { aGig, aPost, typed } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fieldReader } from '#worker/posts/model/field-reader.ts';
import { fieldsOf } from '#worker/posts/model/fields-of.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import { readPost } from '#worker/posts/model/post-input.ts';
import { readAmount } from '#worker/posts/model/read-pay.ts';

const NOW = Date.UTC(2027, 0, 15, 12);
const DAY = 86_400_000;
const MALMO: Place = {
  id: '2692969',
  kind: 'town',
  name: 'Malmö',
  region: 'Skåne',
  regionCode: 'SE.27',
  country: 'SE',
  lat: 55.6,
  lng: 13,
  population: 300_000,
};
const places = new Map([
  ['Malmö', MALMO],
  [MALMO.id, MALMO],
]);

function read(content: PostContent, wrong: DraftFields = {}) {
  const fields = { ...typed(content), places: ['Malmö'], ...wrong };
  return readPost({
    kind: content.kind,
    fields,
    hasEmployer: content.offeredBy === null,
    places,
    board: { ...board, timeZone: 'Europe/Stockholm' },
    now: NOW,
  });
}

const problems = (content: PostContent, wrong: DraftFields) => {
  const said = read(content, wrong);
  return said.is === 'post' ? [] : said.problems.map(({ field }) => field);
};

test.each([
  ['a vacancy', aPost()],
  ['a self-employment advert', aGig()],
  ['a vacancy of a guest', aPost({ offeredBy: { name: 'Ada Ek', website: 'https://ada.example.org/' } })],
  ['voluntary work', aPost({ employmentTypes: ['volunteer'], salary: null })],
  [
    'remote work with an agreement and a link',
    aPost({
      remote: { partly: false, countries: ['DE', 'SE'] },
      apply: { by: 'url', url: 'https://firm.example.org/1' },
      agreement: { name: 'Vård och omsorg', url: null },
      payReason: 'By experience',
    }),
  ],
])('%s becomes fields and the same post again', (_, content) => {
  const first = read(content);
  if (first.is === 'incomplete') throw new Error(JSON.stringify(first.problems));
  const again = read(first.content, fieldsOf(first.content, { now: NOW, timeZone: 'Europe/Stockholm' }));
  expect(again).toEqual(first);
});

test.each([
  ['2500', 250_000],
  ['2 500,50', 250_050],
  ['2,500.50', 250_050],
  ["2'500", 250_000],
  ['2.500', 250_000],
  ['17.5', 1_750],
  ['', null],
  ['about 20', 'unreadable'],
  ['-5', 'unreadable'],
  ['0', 'unreadable'],
  ['1.2.3', 'unreadable'],
  ['9'.repeat(30), 'unreadable'],
])('an amount of “%s” is read as %s cents', (text, minor) => {
  expect(readAmount(text, 'EUR')).toBe(minor);
});

test('a currency without smaller coins has none', () => {
  expect(readAmount('250000', 'JPY')).toBe(250_000);
});

test('paid work names its pay, voluntary work none', proves('pay-stated'), () => {
  expect(problems(aPost(), { salaryMin: '', salaryMax: '' })).toEqual(['salaryMin']);
  expect(problems(aPost(), { salaryCurrency: 'gold' })).toEqual(['salaryCurrency']);
  expect(problems(aPost(), { salaryPeriod: '' })).toEqual(['salaryPeriod']);
  expect(problems(aPost(), { employmentTypes: ['volunteer'] })).toEqual(['salaryMin']);
  expect(problems(aPost(), { employmentTypes: ['volunteer', 'full-time'] })).toEqual(['employmentTypes']);
});

test('one amount stands for both ends; a range that is too wide says why', proves('pay-stated'), () => {
  const said = read(aPost(), { salaryMin: '3000', salaryMax: '' });
  expect(said).toMatchObject({ content: { salary: { min: 300_000, max: 300_000 } } });
  expect(problems(aPost(), { salaryMin: '3000', salaryMax: '2000' })).toEqual(['salaryMax']);
  expect(problems(aPost(), { salaryMin: '1000', salaryMax: '2001' })).toEqual(['payReason']);
  expect(problems(aPost(), { salaryMin: '1000', salaryMax: '2001', payReason: 'By experience' })).toEqual([]);
});

test('days are those of the board, the last one included', () => {
  const said = read(aPost(), { publishOn: '2027-02-01', validThrough: '2027-02-28' });
  expect(said).toMatchObject({ content: { publishOn: Date.UTC(2027, 0, 31, 23), validThrough: Date.UTC(2027, 1, 28, 23) - 1 } });
  expect(read(aPost(), { publishOn: '2027-01-15' })).toMatchObject({ content: { publishOn: null } });
});

test.each([
  [{ publishOn: '2027-01-14' }, 'publishOn'],
  [{ publishOn: '2027-02-30' }, 'publishOn'],
  [{ publishOn: '2029-01-01' }, 'publishOn'],
  [{ validThrough: '2027-01-14' }, 'validThrough'],
  [{ publishOn: '2027-03-01', validThrough: '2027-02-01' }, 'validThrough'],
  [{ validThrough: '2028-01-01' }, 'validThrough'],
])('%j is refused', (wrong, field) => {
  expect(problems(aPost(), wrong)).toEqual([field]);
});

test('an end on the last of 180 days is taken', () => {
  const last = new Date(NOW + 180 * DAY).toISOString().slice(0, 10);
  expect(problems(aPost(), { validThrough: last })).toEqual([]);
});

test.each([
  ['applyUrl', { apply: 'url', applyUrl: 'javascript:alert(1)' }],
  ['applyUrl', { apply: 'url', applyUrl: 'https://user:pass@firm.example.org/' }],
  ['applyUrl', { apply: 'url', applyUrl: 'https://localhost/jobs' }],
  ['applyUrl', { apply: 'url', applyUrl: 'https://firm.example.org/?to=eva@firm.example' }],
  ['contactMail', { apply: 'relay', contactMail: '' }],
  ['contactMail', { contactMail: 'eva at firm' }],
  ['contactMail', { apply: 'contact', contactMail: '', contactPhone: '' }],
  ['contactPhone', { contactPhone: 'call me' }],
  ['apply', { apply: 'here' }],
])('%s is refused where it is %j', (field, wrong) => {
  expect(problems(aPost(), wrong)).toEqual([field]);
});

test('characters that cannot be seen, or turn the direction of the text, stand in no line', () => {
  const reader = fieldReader({ title: 'Nur\u034fse\u202e\u200b \n for\tnig\u{e0041}hts\u0000', description: 'a\u2062b 👩\u200d🍳' });
  expect(reader.line('title')).toBe('Nurse for nights');
  expect(reader.text('description')).toBe('ab 👩\u200d🍳');
});

test('whoever skipped the pay is told to name it, and nothing else of it', () => {
  const skipped = ['salaryMin', 'salaryMax', 'salaryCurrency', 'salaryPeriod', 'priceMin', 'priceMax', 'priceCurrency', 'priceUnit'];
  const empty = Object.fromEntries(skipped.map((name) => [name, '']));
  expect(problems(aPost(), empty)).toEqual(['salaryMin']);
  expect(problems(aGig(), empty)).toEqual(['priceMin']);
  expect(problems(aPost(), { ...empty, salaryMin: '2500' })).toEqual(['salaryCurrency', 'salaryPeriod']);
});

test('what is written so far can be looked at while something is missing', () => {
  const so = read(aPost(), { salaryMin: '', salaryMax: '', apply: '', description: '' });
  expect(so).toMatchObject({
    is: 'incomplete',
    soFar: { title: aPost().title, description: '', salary: null, contacts: aPost().contacts },
  });
});
