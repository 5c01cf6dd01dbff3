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
  ['anna＠firma.com', 'anna@firma.com'],
  ['anna_AT_firma.com', 'anna_AT_firma.com'],
  ['anna_b_at_firma_dot_com', 'anna_b_at_firma_dot_com'],
  ['anna@firma。example', 'anna@firma。example'],
  ['anna@firma．co．uk', 'anna@firma.co.uk'],
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
  ['1-800-555-WORK', '1-800-555-WORK'],
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
  // What takes no room, and figures and letters in shapes of their own.
  ['anna@fir\u200dma.com', 'anna@firma.com'],
  ['anna\u034f@firma\ufe0f.com', 'anna@firma.com'],
  ['anna@fi\u{e0100}rma\u180e.com', 'anna@firma.com'],
  ['a\u0332n\u0332na@firma.com', 'anna@firma.com'],
  ['+46 70\u31641 23\u206a45 67', '+46 701 2345 67'],
  ['0️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', '0701234567'],
  ['⓪⑦⓪①②③④⑤⑥⑦', '0701234567'],
  ['⁰⁷⁰¹²³⁴⁵⁶⁷', '0701234567'],
  ['०७०१२३४५६७', '0701234567'],
  ['𝐚𝐧𝐧𝐚@𝐟𝐢𝐫𝐦𝐚.𝐜𝐨𝐦', 'anna@firma.com'],
  ['annaⓐfirma.com', 'anna@firma.com'],
  // Signs between the figures, and figures in words of other languages.
  ['070_123_45_67', '070_123_45_67'],
  ['070•123•45•67', '070•123•45•67'],
  ['null sieben null eins zwei drei vier fünf', 'null sieben null eins zwei drei vier fünf'],
  ['nolla neljä nolla yksi kaksi kolme neljä', 'nolla neljä nolla yksi kaksi kolme neljä'],
  ['noll sju noll ett två tre fyra', 'noll sju noll ett två tre fyra'],
  ['sıfır beş beş bir iki üç dörd', 'sıfır beş beş bir iki üç dörd'],
  ['ноль семь ноль один два три четыре', 'ноль семь ноль один два три четыре'],
  ['070 one two three 45 67', '070 one two three 45 67'],
  // At signs by other names.
  ['anna ät firma punkt de', 'anna ät firma punkt de'],
  ['anna snabel-a firma.se', 'anna snabel-a firma.se'],
  ['anna miukumauku firma piste fi', 'anna miukumauku firma piste fi'],
  ['anna собака firma точка ru', 'anna собака firma точка ru'],
  ['anna (arobase) firma (point) fr', 'anna (arobase) firma (point) fr'],
  ['anna -at- firma -dot- com', 'anna -at- firma -dot- com'],
  ['anna "at" firma.com', 'anna "at" firma.com'],
  ['anna.b at gmail.com', 'anna.b at gmail.com'],
  ['anna.b (gmail)', 'anna.b (gmail)'],
  ['https://web.whatsapp.com/send?phone=46701234567', 'https://web.whatsapp.com/send?phone=46701234567'],
  ['https://discord.gg/abcdef', 'https://discord.gg/abcdef'],
  ['wa[.]me/46701234567', 'wa[.]me/46701234567'],
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
  'Contact us in 2024-2025, call on 6.8.2024',
  'Call 24/7 for 12 hours; text 100 words',
  'one, two and three years',
  'Rooms one, two, three, four, five',
  'We eat: vi ät lunch. Come along; a dog is en hund, собака.',
  'Get paid from $20 – one, two or three days, 2 or 3 weeks',
  'Outlook, Gmail and Yahoo skills (Outlook)',
  'Work at outlook.com is no mail; 24 h, 2 000 m², CO₂, ½ day, 1ˢᵗ',
  'Two-three years, ett till tre år, ein bis zwei Jahre, yksi tai kaksi',
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
  expect(findContacts(`${'1 '.repeat(3)}${'at '.repeat(10_000)}`)).toEqual([]);
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
  ['jane`@`firma.com', '[show contact]'],
  ['jane@_firma_.com', '[show contact]'],
  ['jane@[firma](https://firma.example).com', '[show contact]'],
  ['Write [jane@](https://firma.example)firma.com now', 'Write [show contact] now'],
  ['jane@[firma.com](https://firma.example) now', '[show contact] now'],
  ['[+46 70](https://firma.example)1 23 45 67', '[show contact]'],
  ['jane@fir![](https://firma.example/a.png)ma.com', '[show contact]'],
  ['> jane@firma\n> .com', '> [show contact]'],
  ['jane       (at)       firma.com', '[show contact]'],
  ['See [our page](https://firma.example) and `code_name`, _soon_', 'See [our page](https://firma.example) and `code_name`, _soon_'],
  ['**Pay:** 20 \\* 3 and *more*\\\nfor nurses', '**Pay:** 20 \\* 3 and *more*\\\nfor nurses'],
])('marks in Markdown hide no contact: %j', (markdown, kept) => {
  expect(keepContactsPrivateInMarkdown(markdown).text).toBe(kept);
});
