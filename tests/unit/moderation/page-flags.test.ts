import { expect, test } from 'vitest';
import { flagsOfPage } from '#worker/moderation/model/page-flags.ts';

const PAGE = { name: 'Bakery North', website: null, about: null, places: [], logoId: null };

test('an ordinary page raises no flag', () => {
  expect(flagsOfPage({ ...PAGE, about: 'We bake bread.' }, null)).toEqual([]);
});

test('words of an employer’s page are looked at, its name among them, and what it could be taken for', () => {
  expect(flagsOfPage({ ...PAGE, about: 'We take women only.' }, null)).toMatchObject([{ flag: 'discrimination', field: 'about' }]);
  expect(flagsOfPage({ ...PAGE, name: 'Women only' }, null)).toMatchObject([{ flag: 'discrimination', field: 'name' }]);
  const [alike] = flagsOfPage(PAGE, { field: 'website', like: 'b'.repeat(300) });
  expect(alike).toEqual({ flag: 'look-alike-domain', field: 'website', quote: 'b'.repeat(120) });
});
