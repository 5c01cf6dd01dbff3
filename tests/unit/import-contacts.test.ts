import { expect, test } from 'vitest';
import { findContacts, keepContactsPrivate, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';

const CONTACTS: readonly (readonly [string, string])[] = [
  ['Write to anna.svensson@firma.example today', 'anna.svensson@firma.example'],
  ['Write to anna (at) firma (dot) com today', 'anna (at) firma (dot) com'],
  ['anna [at] firma.example', 'anna [at] firma.example'],
  ['anna AT firma DOT example', 'anna AT firma DOT example'],
  ['Mail: anna @ firma . com', 'anna @ firma . com'],
  ['Mail: anna @firma.com', 'anna @firma.com'],
  ['anna@firma[dot]com', 'anna@firma[dot]com'],
  ['anna{at}firma{dot}co{dot}uk', 'anna{at}firma{dot}co{dot}uk'],
  ['anna＠firma.com', 'anna＠firma.com'],
  ['anna_AT_firma.com', 'anna_AT_firma.com'],
  ['anna_b_at_firma_dot_com', 'anna_b_at_firma_dot_com'],
  ['anna@firma。example', 'anna@firma。example'],
  ['anna@firma．co．uk', 'anna@firma．co．uk'],
  ['anna&#64;firma.example', 'anna&#64;firma.example'],
  ['anna&#x40;firma&period;example', 'anna&#x40;firma&period;example'],
  ['write anna&commat;firma.example', 'anna&commat;firma.example'],
  ['a n n a @ f i r m a . c o m', 'a n n a @ f i r m a . c o m'],
  ['see mailto:jobs@firma.com', 'mailto:jobs@firma.com'],
  ['https://firma.com/?to=jobs@firma.com', 'jobs@firma.com'],
  ['https://firma.com/?to=jobs%40firma.com', 'jobs%40firma.com'],
  ['john\\_doe@firma.com', 'john\\_doe@firma.com'],
  ['Call +1 2 1 2 5 5 5 0 1 2 3 now', '+1 2 1 2 5 5 5 0 1 2 3'],
  ['Call +46 8 123 456 78 now', '+46 8 123 456 78'],
  ['Call +994 (50) 123-45-67 now', '+994 (50) 123-45-67'],
  ['(212) 555-0123', '(212) 555-0123'],
  ['212.555.0123 ext. 44', '212.555.0123 ext. 44'],
  ['1-800-555-0123', '1-800-555-0123'],
  ['Reach us on 040 123 4567.', '040 123 4567'],
  ['Ring 08-123 456 78', '08-123 456 78'],
  ['0171/1234567', '0171/1234567'],
  ['Tel: 5550123', '5550123'],
  ['You reach Anna on 0701234567!', '0701234567'],
  ['Anna, 06 12 34 56 78', '06 12 34 56 78'],
  ['Anna, 06.12.34.56.78.', '06.12.34.56.78'],
  ['Anna, 06-12-34-56-78', '06-12-34-56-78'],
  ['Anna, 070.123.45.67', '070.123.45.67'],
  ['8 (912) 345-67-89', '8 (912) 345-67-89'],
  ['070\u2011123\u201145\u201167', '070-123-45-67'],
  ['070\u00a01234567', '070 1234567'],
  ['０７０１２３４５６７', '0701234567'],
  ['٠٧٠١٢٣٤٥٦٧', '0701234567'],
  ['https://signal.me/#p/+46701234567', 'https://signal.me/#p/+46701234567'],
  ['tel:+46701234567)', 'tel:+46701234567'],
  ['Puh. 0401234567', '0401234567'],
  ['2 1 2 5 5 5 0 1 2 3', '2 1 2 5 5 5 0 1 2 3'],
  ['two one two five five five zero one two three', 'two one two five five five zero one two three'],
  ['0049 171 1234567', '0049 171 1234567'],
  ['WhatsApp 171 1234567', '171 1234567'],
  ['Telegram: @anna_jobs', '@anna_jobs'],
  ['https://wa.me/491711234567', 'https://wa.me/491711234567'],
  ['t.me/annajobs', 't.me/annajobs'],
  ['skype:anna.jobs?chat', 'skype:anna.jobs?chat'],
];

test.each(CONTACTS)('finds the contact in %j', (text, value) => {
  expect(findContacts(text).map((contact) => contact.value)).toEqual([value]);
});

test.each([
  'Settlement Officer, Job ID 640147',
  'Salary $35,252 - $48,820 a year, or $ 120 000 000',
  'Pay 35.000,00 – 48.000,00 € per year, 100000-120000 USD',
  '30-30 47TH AVE, 30-30 Thomson Ave L I City Qns, 96-05 Horace Harding Expway',
  'New York, NY 10038-1234 and Corona 11368',
  '132-140 W 125 ST, NEW YORK, NY 10025',
  '240-250-252 Livingston Street',
  'We work 24/7, 35 hours, 9:00-17:00, 07:30 - 15:30, shift 0700-1500 or 0730 – 1530',
  'From 2024-08-06 to 2025-01-31 10:00',
  'From 01/02/2024 to 01.03.2024 or 01-02-2024 or 06 08 2024',
  'Ref 0701234567, Job ID 0123456789, Y-tunnus 0123456-7',
  'Open 07.30-15.30 or 07.30 - 15.30, 06 08 24, from 01.02.2024 to 31.12.2024',
  'Founded 1998-2004; ISO 9001:2015; RFC 2616',
  'Meet us at firma.com or apply at https://firma.com/jobs/212-555-0123',
  'Nurse @ St. Mary hospital, 2 @ $15.50',
  'Signal processing and Telegram bots, Line manager, Messenger service',
  'Look at the dot on the map',
  'The columns created_at and updated_at; R&D, Q&A; AT&T, &#39;quoted&#39;',
  'Level 1, 2, 3 and 4 of 5; steps 1 2 3 4 5',
  'Title code 10124, civil list 0660A, budget 1 000 000 000',
  'Contact 3 people in 2024',
  'Call 24/7 for 12 hours; text 100 words',
  'one, two and three years',
])('leaves %j as it is', (text) => {
  expect(findContacts(text)).toEqual([]);
  expect(keepContactsPrivate(text).text).toBe(text);
});

test('puts the same words in the place of every contact', () => {
  const kept = keepContactsPrivate('Anna: anna@firma.com, +46 8 123 456 78. Thanks!');
  expect(kept.text).toBe('Anna: [show contact], [show contact]. Thanks!');
  expect(kept.contacts.map(({ kind }) => kind)).toEqual(['mail', 'phone']);
});

test('nothing is left of two contacts that run into each other', () => {
  const { text } = keepContactsPrivate('Write to anna@firma.com-0049 171 1234567 today');
  expect(text).toBe('Write to [show contact] today');
});

test('stays quick on a long hostile text', () => {
  expect(findContacts(`${'a.'.repeat(20_000)}@`)).toEqual([]);
  expect(findContacts(`${'a_at_'.repeat(10_000)}${'&#64;'.repeat(5_000)}`)).toEqual([]);
  expect(findContacts(`${'1 '.repeat(3)}${'one '.repeat(5)}${'at '.repeat(10_000)}`)).toEqual([]);
});

test.each([
  ['Write to jane**@**firma.com today', 'Write to [show contact] today'],
  ['Write to **jane**@firma.com today', 'Write to **[show contact]** today'],
  ['Write to *jane*\\@firma.com.', 'Write to *[show contact]*.'],
  ['jane *(at)* firma *(dot)* com', '[show contact]'],
  ['jane\\\\@firma.com or \\*\\*joe\\*\\*@firma.com', '[show contact] or \\*\\*[show contact]'],
  ['call +4420\\\n7946\\\n0958', 'call [show contact]'],
  ['+44 79**11 123** 456 now', '[show contact] now'],
  ['anna&shy;@firma&#8203;.com', '[show contact]'],
  ['anna&nbsp;@&#x20;firma.com', '[show contact]'],
  ['ring 0701&nbsp;23&nbsp;45&nbsp;67 now', 'ring [show contact] now'],
  ['ring &#48;70&hyphen;1234567 now', 'ring [show contact] now'],
  ['&plus;46&nbsp;70 123 45 67', '[show contact]'],
  ['[call](tel:+46701234567)', '[call]([show contact])'],
  ['**Pay:** 20 \\* 3 and *more*\\\nfor nurses', '**Pay:** 20 \\* 3 and *more*\\\nfor nurses'],
])('marks in Markdown hide no contact: %j', (markdown, kept) => {
  expect(keepContactsPrivateInMarkdown(markdown).text).toBe(kept);
});
