import { expect, test } from 'vitest';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { plainContact, plainMail } from '#worker/relay/model/plain-contact.ts';

test.each([
  'jane@firma.com',
  'mailto:jane@firma.com',
  'jane (at) firma.com',
  'jane [at] firma [dot] com',
  'jane at firma dot com',
  'jane_at_firma_dot_com',
  'jane＠firma．com',
  'jane&#64;firma.com',
  'jane%40firma.com',
  'j a n e @ f i r m a . c o m',
  'jane @ firma.com',
  'jane@fir\u200dma.com',
  'jane ät firma punkt com',
  'jane -at- firma -dot- com',
  'jane (собака) firma (точка) com',
])('an address that an ad hides from machines is shown as people read it: %s', (text) => {
  const [found] = findContacts(`Write to ${text}`);
  expect(found?.kind).toBe('mail');
  const shown = plainContact({ kind: 'mail', value: found?.value ?? '' });
  expect(shown).toEqual({ kind: 'mail', text: 'jane@firma.com', href: 'mailto:jane@firma.com' });
});

test('what only looks like an address is shown as it stood, and leads nowhere', () => {
  expect(plainContact({ kind: 'mail', value: 'jane at the front desk' })).toEqual({
    kind: 'mail',
    text: 'jane at the front desk',
    href: null,
  });
  expect(plainMail('a@b@c')).toBeNull();
});

test.each([
  ['+44 20 7946 0958', 'tel:+442079460958'],
  ['0044 20 7946 0958', 'tel:+442079460958'],
  ['(212) 555-0147', 'tel:2125550147'],
  ['212-555-0147 ext. 12', 'tel:2125550147'],
  ['tel:+4640123456', 'tel:+4640123456'],
  ['zero one two three four five six', null],
])('a phone number can be dialled: %s', (value, href) => {
  expect(plainContact({ kind: 'phone', value }).href).toBe(href);
});

test('of messengers only their own sites are linked, by https', () => {
  expect(plainContact({ kind: 'messenger', value: 'wa.me/4640123456' }).href).toBe('https://wa.me/4640123456');
  expect(plainContact({ kind: 'messenger', value: 'http://t.me/firma' }).href).toBe('https://t.me/firma');
  expect(plainContact({ kind: 'messenger', value: 'https://t.me.evil.example/x' }).href).toBeNull();
  expect(plainContact({ kind: 'messenger', value: 'skype:jane' }).href).toBeNull();
});

test.each(['212-555-WORK', '1234', 'two one two five'])('a number that no phone can dial is shown and leads nowhere: %s', (value) => {
  expect(plainContact({ kind: 'phone', value })).toEqual({ kind: 'phone', text: value, href: null });
});
