import { expect, test } from 'vitest';
import { leadsToAct, textLeadsToAct } from '#worker/outside/model/leads-to-act.ts';

const BOARD = 'https://board.example';

test.for([
  '/contacts/abcdefghijklmnopqrst',
  '/sv/contacts/abcdefghijklmnopqrst',
  '//contacts/abcdefghijklmnopqrst',
  '/jobs/../contacts/abcdefghijklmnopqrst',
  '/jobs/%2e%2e/contacts/abcdefghijklmnopqrst',
  '/%63ontacts/abcdefghijklmnopqrst',
  '/CONTACTS/abcdefghijklmnopqrst',
  '\\contacts\\abcdefghijklmnopqrst',
  '/leave/abcdefghijklmnopqrst',
  '/show-contact/abcdefghijklmnopqrst',
  '/report/abcdefghijklmnopqrst',
  '/open/confirm-post#token',
  '/unsubscribe',
  '/sign-out',
  '/api/jobs',
])('%s of the board does something', (path) => {
  expect(leadsToAct(`${BOARD}${path}`, BOARD)).toBe(true);
  expect(leadsToAct(`HTTPS://who:pass@BOARD.example:443${path}`, BOARD)).toBe(true);
  expect(leadsToAct(`https://elsewhere.example${path}`, BOARD)).toBe(false);
  expect(leadsToAct(`https://board.example:8443${path}`, BOARD)).toBe(false);
});

test.for(['', '/', '/sv', '/jobs', '/jobs?q=cook', '/sv/jobs/cook-abcdefghijklmnopqrst', '/employers/bakery#jobs'])(
  '“%s” of the board is only read',
  (path) => {
    expect(leadsToAct(`${BOARD}${path}`, BOARD)).toBe(false);
  },
);

test.for([
  'Apply [here](https://board.example/contacts/abcdefghijklmnopqrst).',
  'Apply <https://board.example/contacts/abcdefghijklmnopqrst>.',
  'Apply [here][1].\n\n[1]: https://board.example/contacts/abcdefghijklmnopqrst',
  'Apply [here](https://bo&#97;rd.example/contacts/abcdefghijklmnopqrst).',
  'Apply [here](<https://board.example/%63ontacts/abcdefghijklmnopqrst?a=1&b=2> "now").',
  'Apply [here](https://bo%61rd.example/contacts/abcdefghijklmnopqrst).',
])('a text links there, however it is written: %s', (text) => {
  expect(textLeadsToAct(text, BOARD)).toBe(true);
});

test.for(['a=1&b=2', "it's=1", 'a=%22'])('its query “%s” hides nothing, and makes nothing of a page that is only read', (query) => {
  expect(textLeadsToAct(`[Apply](${BOARD}/contacts/abcdefghijklmnopqrst?${query})`, BOARD)).toBe(true);
  expect(textLeadsToAct(`[Others](${BOARD}/jobs?${query})`, BOARD)).toBe(false);
});

test('a text that only names such an address, or links elsewhere, does not', () => {
  expect(textLeadsToAct('See https://board.example/contacts/abcdefghijklmnopqrst', BOARD)).toBe(false);
  expect(textLeadsToAct('[Us](https://firm.example/contacts/us), [them](https://board.example/jobs)', BOARD)).toBe(false);
});
