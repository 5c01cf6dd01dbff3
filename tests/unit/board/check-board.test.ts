import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import type { Board } from '#worker/board/model/board.ts';
import { checkBoard, checkLiveBoard } from '#worker/board/model/check-board.ts';
import { INTERFACE_LANGUAGES } from '#worker/board/model/interface-languages.ts';
import { board } from '#worker/board/model/this-board.ts';
import { cloudflare } from '#worker/promises/model/known-processors.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const FIRST = { version: 1, announced: '2026-03-01', effective: '2026-03-01', changes: [] };
const CHANGES = [{ en: 'Something changed.' }];
const ON = '2026-06-01';

/** The demonstration board with something else in place of a field, as on a day when it was just published and its processor was just reviewed. */
function problems(changes: object, today = ON): readonly string[] {
  return checkBoard({ ...board, processors: [processor], dnsResolver: null, policyVersions: [FIRST], ...changes }, today);
}

const processor = cloudflare({ contract: 'Addendum of 1 May 2026', reviewed: '2026-05-01' });

test('the demonstration board is whole today, and so is a quite different one', () => {
  expect(checkBoard(board, TODAY)).toEqual([]);
  expect(checkBoard(otherBoard, TODAY)).toEqual([]);
  expect(checkLiveBoard(otherBoard, TODAY)).toEqual([]);
});

test('without the contact for data protection, it says which notices need it and what to put there', proves('no-gaps-in-policy'), () => {
  const { mail: _, ...rest } = board.dataProtection;
  const sentence =
    'dataProtection.mail is missing: the notice “whom to write to” (GDPR 13(1)(b)) and every right need it. Put a mail address there.';
  expect(problems({ dataProtection: rest })).toEqual([sentence]);
  expect(problems({ dataProtection: { ...rest, mail: '  ' } })).toEqual([sentence]);
});

test('a file that holds nothing is told every field that it needs, and a text that is no board is refused', () => {
  const fields = checkBoard({}, ON).map((problem) => problem.split(' ')[0]);
  expect(fields.toSorted()).toEqual(Object.keys(board).toSorted());
  expect(checkBoard('a board', ON)).toHaveLength(1);
  expect(checkBoard(null, ON)).toHaveLength(1);
});

test.each<[string, object, RegExp]>([
  ['a placeholder', { name: '[Board Name]' }, /^name is still a placeholder \(“\[Board Name\]”\)/],
  ['a note to oneself', { contact: { ...board.contact, general: 'TODO' } }, /^contact\.general is still a placeholder/],
  [
    'what is no mail address',
    { contact: { ...board.contact, security: 'security' } },
    /^contact\.security is “security”, not a mail address: .*security\.txt/,
  ],
  [
    'no line of an address',
    { controller: { ...board.controller, postalAddress: [] } },
    /^controller\.postalAddress is empty: .*GDPR 13\(1\)\(a\)/,
  ],
  [
    'a website without https',
    { controller: { ...board.controller, supervisoryAuthority: { name: 'A', website: 'http://a.se' } } },
    /^controller\.supervisoryAuthority\.website .*GDPR 13\(2\)\(d\)/,
  ],
  ['no point of contact', { contactPoints: { people: board.contactPoints.people } }, /^contactPoints\.authorities is missing: .*DSA 11/],
  ['a language without a catalogue', { languages: ['en', 'sv'] }, /^languages\[1\] has no catalogue in site\/messages/],
  ['a country that is none', { countries: ['SE', 'EU'] }, /^countries\[1\] is “EU”/],
  ['a country in small letters', { countries: ['se'] }, /^countries\[0\] is “se”/],
  ['a country twice', { countries: ['SE', 'SE'] }, /^countries names SE twice/],
  ['no country', { countries: [] }, /^countries is empty/],
  ['a currency that is none', { currencies: ['EURO'] }, /^currencies\[0\] is “EURO”/],
  ['a time zone that is none', { timeZone: 'Europe/Malmö' }, /^timeZone is “Europe\/Malmö”/],
  [
    'a category twice',
    { categories: [...board.categories.slice(0, 1), ...board.categories] },
    /^categories\[1\]\.id is “administration” a second time/,
  ],
  ['other not at the end', { categories: board.categories.toReversed() }, /^categories do not end with other/],
  ['a category without a name', { categories: [{ id: 'other', label: {} }] }, /^categories\[0\]\.label\.en is missing/],
  ['a minimum age below 13', { minimumAge: 12 }, /^minimumAge must be a whole number from 13/],
  ['no law', { jurisdictions: [] }, /^jurisdictions is empty/],
  ['a law that the notices do not know', { jurisdictions: ['lgpd'] }, /^jurisdictions\[0\] must be gdpr or ccpa/],
  ['a store without a place', { dataLocations: { ...board.dataLocations, logs: undefined } }, /^dataLocations\.logs is missing/],
  [
    'a processor without a contract',
    { processors: [{ ...processor, contract: '' }] },
    /^processors\[0\]\.contract is missing: .*GDPR 28\(3\)/,
  ],
  [
    'a processor outside Europe without a safeguard',
    { processors: [{ ...processor, safeguard: null }] },
    /^processors\[0\]\.safeguard is missing: .*GDPR 13\(1\)\(f\)/,
  ],
  ['a processor twice', { processors: [processor, processor] }, /^processors\[1\]\.id is “cloudflare” a second time/],
  [
    'a review of more than a year ago',
    { processors: [{ ...processor, reviewed: '2025-05-31' }] },
    /^processors\[0\]\.reviewed is more than 12 months ago/,
  ],
  [
    'a review that is yet to come',
    { processors: [{ ...processor, reviewed: '2026-06-02' }] },
    /^processors\[0\]\.reviewed lies in the future/,
  ],
  ['a host with a path', { processors: [{ ...processor, hosts: ['https://a.example/'] }] }, /^processors\[0\]\.hosts\[0\]/],
  [
    'a service without a contract',
    { services: { ...board.services, googleAds: { id: 'AW-12345', contract: '', reviewed: ON } } },
    /^services\.googleAds\.contract is missing/,
  ],
  [
    'an id of the old analytics',
    { services: { ...board.services, googleAnalytics: { id: 'UA-12345', contract: 'T', reviewed: ON } } },
    /^services\.googleAnalytics\.id is “UA-12345”/,
  ],
  ['a limit of none', { rateLimits: { ...board.rateLimits, exactPerMinute: 0 } }, /^rateLimits\.exactPerMinute must be a whole number/],
  [
    'a wider network with less room',
    { rateLimits: { ...board.rateLimits, widerPerMinute: 10 } },
    /^rateLimits\.widerPerMinute is below exactPerMinute/,
  ],
  [
    'a range turned round',
    { moderation: { ...board.moderation, widestRange: 0.5 } },
    /^moderation\.widestRange must be a number from 1 to 10/,
  ],
  [
    'a floor in no country',
    { moderation: { ...board.moderation, payFloors: [{ country: 'Sweden', currency: 'SEK', amount: 1, period: 'hour' }] } },
    /^moderation\.payFloors\[0\]\.country is “Sweden”/,
  ],
  [
    'trust for nothing',
    { moderation: { ...board.moderation, publishFirst: { approvals: 0 } } },
    /^moderation\.publishFirst\.approvals must be/,
  ],
  ['a field of another name', { contacts: {} }, /^contacts is no field of a board file/],
])(
  '%s is refused in a sentence that names the field',
  proves('processors-bound', 'where-data-lies', 'no-gaps-in-policy', 'recipients-reviewed'),
  (_what, changes, sentence) => {
    expect(problems(changes)).toEqual([expect.stringMatching(sentence)]);
  },
);

test.each<[string, object[], RegExp]>([
  ['no version', [], /^policyVersions is empty/],
  ['a day that the calendar does not have', [{ ...FIRST, announced: '2026-02-30' }], /^policyVersions\[0\]\.announced is “2026-02-30”/],
  ['a first version that waits', [{ ...FIRST, effective: '2026-04-01' }], /takes effect the day it is announced/],
  ['a first version yet to come', [{ ...FIRST, announced: '2026-07-01', effective: '2026-07-01' }], /lies in the future/],
  [
    'a number left out',
    [FIRST, { version: 3, announced: '2026-05-01', effective: '2026-06-15', changes: CHANGES }],
    /^policyVersions\[1\] has the number 3/,
  ],
  [
    '29 days of notice',
    [FIRST, { version: 2, announced: '2026-05-01', effective: '2026-05-30', changes: CHANGES }],
    /told 30 days ahead, so put 2026-05-31 or later/,
  ],
  [
    'a later version that says no changes',
    [FIRST, { version: 2, announced: '2026-05-01', effective: '2026-06-15', changes: [] }],
    /says no changes/,
  ],
  [
    'a later version from before',
    [FIRST, { version: 2, announced: '2026-01-01', effective: '2026-02-15', changes: CHANGES }],
    /is not later than the version before/,
  ],
])('among the versions of the policies, %s is refused', proves('announced-ahead'), (_what, policyVersions, sentence) => {
  expect(problems({ policyVersions })).toEqual([expect.stringMatching(sentence)]);
});

test('a new version may take effect 30 days after it is announced', proves('announced-ahead'), () => {
  expect(problems({ policyVersions: [FIRST, { version: 2, announced: '2026-05-01', effective: '2026-05-31', changes: CHANGES }] })).toEqual(
    [],
  );
});

test('a board for everybody may not be written to at addresses for examples', () => {
  const live: Board = { ...otherBoard, contact: { ...otherBoard.contact, general: 'hello@jobs.example' } };
  expect(checkLiveBoard(live, TODAY)).toEqual([
    expect.stringMatching(/^contact\.general is “hello@jobs\.example”, an address for examples/),
  ]);
  expect(checkLiveBoard(board, TODAY)).toHaveLength(6);
});

test('the languages that a board may have are those that texts are there for', async () => {
  const files = await readdir(new URL('../../../site/messages/', import.meta.url));
  const catalogues = files.map((name) => name.replace('.ts', '')).filter((name) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(name));
  expect(catalogues).toEqual([...INTERFACE_LANGUAGES]);
});

test('a controller outside the EEA is asked for somebody inside, and one who is named will do', proves('each-board-its-controller'), () => {
  const abroad = { ...board.controller, country: 'US' };
  expect(problems({ controller: abroad })).toEqual([expect.stringMatching(/^controller\.representative is missing: .*GDPR 27.*DSA 13/)]);
  const representative = { name: 'Inside AB', mail: 'inside@keepword.example', postalAddress: ['Brunnsgatan 4', '211 20 Malmö', 'Sweden'] };
  expect(problems({ controller: { ...abroad, representative } })).toEqual([]);
  expect(problems({ controller: { ...abroad, representative: { ...representative, mail: 'nobody' } } })[0]).toMatch(
    /^controller\.representative\.mail is “nobody”, not a mail address/,
  );
  expect(problems({ controller: abroad, jurisdictions: ['ccpa'] })).toEqual([]);
});
