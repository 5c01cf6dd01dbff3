import { expect, test } from 'vitest';
import { newContent } from '#tests/support/moderation.ts';
import { CASE_KINDS, PRIORITIES } from '#worker/moderation/model/case-kinds.ts';
import { type AdText, flagsOfImport, raiseFlags } from '#worker/moderation/model/raise-flags.ts';
import { isSuspicious, suspiciousLinks } from '#worker/moderation/model/suspicious-links.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

const moderation = {
  widestRange: 2,
  payFloors: [{ country: 'DE', currency: 'EUR', amount: 13_90, period: 'hour' }],
  publishFirst: null,
} as const;

const content = newContent();
const known = { content, moderation, approved: content, isFirst: false, repeats: null, looksLike: null };
const place = {
  placeId: null,
  name: 'Bremen',
  region: null,
  regionCode: null,
  country: 'DE',
  street: null,
  postalCode: null,
  lat: null,
  lng: null,
};

function flagsIn(changes: Partial<PostContent>): readonly string[] {
  return raiseFlags({ ...known, content: { ...content, ...changes } }).map(({ flag }) => flag);
}

test('an ordinary post of a known author raises no flag', () => {
  expect(raiseFlags(known)).toEqual([]);
});

test.each([
  ['en', 'Send us a photo of your passport to begin.'],
  ['en', 'You are paid via Western  Union, every Friday.'],
  ['sv', 'Du får betala en liten registreringsavgift först.'],
  ['de', 'Stellen Sie uns Ihr Bankkonto zur Verfügung.'],
  ['fi', 'Sinun pitää antaa pankkitunnuksesi.'],
  ['az', 'İşə başlamaq üçün ilkin ödəniş tələb olunur.'],
])('words of a swindle are found in %s: %s', (language, sentence) => {
  expect(flagsIn({ language, description: `${content.description} ${sentence}` })).toEqual(['scam-words']);
});

test.each([
  ['en', 'Women only, please.'],
  ['en', 'A young and dynamic team.'],
  ['sv', 'Vi söker bara tjejer.'],
  ['de', 'Nur Männer, nicht älter als 40.'],
  ['fi', 'Paikka on vain miehille.'],
  ['az', 'Yaş həddi: 35.'],
])('words that shut people out are found in %s: %s', (language, sentence) => {
  const found = raiseFlags({ ...known, content: { ...content, language, description: `${content.description} ${sentence}` } });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ flag }) => flag === 'discrimination')).toBe(true);
  expect(found[0]?.field).toBe('description');
});

const GIG = {
  by: 'person',
  areaServed: 'Bremen',
  availability: 'Evenings',
  price: { currency: 'EUR', min: 1, max: 1, unit: 'hour' },
} as const;

test.each<[string, Partial<PostContent>]>([
  ['skills', { skills: ['Care', 'Women only'] }],
  ['payReason', { payReason: 'Women only' }],
  ['areaServed', { gig: { ...GIG, areaServed: 'Women only' } }],
  ['availability', { gig: { ...GIG, availability: 'Women only' } }],
  ['offeredBy', { offeredBy: { name: 'Women only', website: null } }],
])('they are found wherever something is written: %s', (field, changes) => {
  const found = raiseFlags({ ...known, content: { ...content, ...changes } }).filter(({ flag }) => flag === 'discrimination');
  expect(found.map((one) => one.field)).toEqual([field]);
});

test('what is found again and again in one field is named five times, and alike only once', () => {
  const sentences = ['nurses', 'cooks', 'clerks', 'guards', 'drivers', 'bakers', 'tailors'].map(
    (who) => `For ${who} of the long night shift, women only, as always.`,
  );
  const ofDescription = raiseFlags({ ...known, content: { ...content, description: sentences.join('\n\n') } });
  expect(ofDescription.filter(({ flag }) => flag === 'discrimination')).toHaveLength(5);
  const ofSkills = raiseFlags({ ...known, content: { ...content, skills: ['Women only', 'Women only'] } });
  expect(ofSkills.filter(({ flag }) => flag === 'discrimination')).toHaveLength(1);
});

test('what employers say of equal chances, and the trade of banks, raise no flag', () => {
  const fair = 'We hire without regard to age, sex, religion, pregnancy, children or disability. All women and men are welcome.';
  const bank = 'You process wire transfers, check deposits and registration fees, and answer questions about cryptocurrency.';
  expect(flagsIn({ description: `${fair} ${bank}` })).toEqual([]);
});

test('words that do not stand together are no phrase, and three words between are the most', () => {
  expect(flagsIn({ description: 'Send us a short letter. Your references and a copy are enough.' })).toEqual([]);
  expect(flagsIn({ description: 'Pay a small one-time registration fee.' })).toEqual([]);
  expect(flagsIn({ description: 'Pay a small registration fee.' })).toEqual(['scam-words']);
});

test('the quote shows the words, cut short, with contacts masked', () => {
  const description = `${'Long before. '.repeat(30)}Write to boss@firm.example, women only. ${'Long after. '.repeat(30)}`;
  const found = raiseFlags({ ...known, content: { ...content, description } }).find(({ flag }) => flag === 'discrimination');
  expect(found?.quote).toContain('women only');
  expect(found?.quote).not.toContain('boss@firm.example');
  expect(found?.quote.length).toBeLessThanOrEqual(120);
});

test.each([
  'https://bit.ly/3xYz',
  'https://192.168.0.7/job',
  'https://google.com@evil.example/',
  'https://firm.example:8443/apply',
  'https://firm.example/apply.apk',
  'https://xn--80ak6aa92e.example/',
  'ftp://firm.example/apply',
  'not an address',
])('%s hides where it leads, or leads to what no ad needs', (link) => {
  expect(isSuspicious(link)).toBe(true);
});

test('a link whose name is another address is found, and one that is named in words is not', () => {
  expect(suspiciousLinks('See [www.bank.example](https://thief.example/login).')).toHaveLength(1);
  expect(suspiciousLinks('See [bank.example](https://www.bank.example/jobs) or [our page](https://bank.example/jobs).')).toEqual([]);
});

test('links of a hostile text are looked at quickly, and one with a title or in angles is looked at, too', () => {
  expect(suspiciousLinks('[www.bank.example](https://thief.example "Bank") [bank.example](<https://thief.example>)')).toHaveLength(2);
  expect(suspiciousLinks(`${'[aaaa](https://a'.repeat(1250)} ${'[aaaa]( '.repeat(2500)}`)).toEqual(['https://a[aaaa']);
});

test('pay below the floor of a country is found, by the hour for everybody and by the month for full-time work', () => {
  const paid = (period: 'hour' | 'month', min: number) => ({ salary: { currency: 'EUR', min, max: min, period }, places: [place] });
  expect(flagsIn(paid('hour', 13_89))).toEqual(['pay-below-floor']);
  expect(raiseFlags({ ...known, content: { ...content, ...paid('hour', 13_89) } }).map(({ quote }) => quote)).toEqual([
    '13.90 EUR an hour, Germany',
  ]);
  expect(flagsIn(paid('hour', 13_90))).toEqual([]);
  expect(flagsIn(paid('month', 1_500_00))).toEqual(['pay-below-floor']);
  expect(flagsIn({ ...paid('month', 1_500_00), employmentTypes: ['part-time'] })).toEqual([]);
  expect(flagsIn({ ...paid('hour', 5_00), places: [{ ...place, country: 'SE' }] })).toEqual([]);
});

test('a range wider than the board allows is found, with the reason that its author gives', () => {
  const salary = { currency: 'EUR', min: 2_000_00, max: 4_000_01, period: 'month' } as const;
  const found = raiseFlags({ ...known, content: { ...content, salary, payReason: 'It depends on the shifts.' } });
  expect(found).toEqual([{ flag: 'wide-pay-range', field: 'salary', quote: 'It depends on the shifts.' }]);
  expect(flagsIn({ salary: { ...salary, max: 4_000_00 } })).toEqual([]);
});

test('an edit that leads elsewhere is found, and so is the first post of somebody', () => {
  expect(flagsIn({ apply: { by: 'url', url: 'https://elsewhere.example/' } })).toEqual(['changed-link']);
  expect(flagsIn({ apply: { by: 'relay' } })).toEqual([]);
  expect(raiseFlags({ ...known, approved: null, isFirst: true }).map(({ flag }) => flag)).toEqual(['first-post']);
  expect(raiseFlags({ ...known, repeats: 'Nurse' })).toEqual([{ flag: 'repeats-a-post', field: 'title', quote: 'Nurse' }]);
});

test('a text of two hundred thousand letters is checked quickly enough to be read at all', () => {
  const long = 'pay a send your to the women young '.repeat(5_700);
  expect(flagsIn({ description: long }).length).toBeLessThan(20);
});

test('what an import brings is checked for law and fraud', () => {
  const ad: AdText = {
    title: 'Clerk',
    description: 'Men only.',
    language: 'en',
    others: {},
    link: null,
    salary: null,
    employmentTypes: [],
    countries: [],
  };
  expect(flagsOfImport(ad, moderation)).toEqual([{ flag: 'discrimination', field: 'description', quote: 'Men only.' }]);
  expect(flagsOfImport({ ...ad, description: 'Files papers.' }, moderation)).toEqual([]);
  expect(flagsOfImport({ ...ad, description: 'FILES PAPERS ALL DAY LONG.' }, moderation)).toEqual([]);
});

test('notices go first, then objections', () => {
  expect(CASE_KINDS.toSorted((a, b) => PRIORITIES[a] - PRIORITIES[b]).slice(0, 2)).toEqual(['notice', 'appeal']);
});
