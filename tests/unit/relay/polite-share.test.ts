import { expect, test } from 'vitest';
import { politeShare } from '#worker/relay/model/polite-share.ts';

const links = (site: string, count: number) => Array.from({ length: count }, (_, nth) => ({ url: `https://${site}.example/${nth}` }));
const named = (share: readonly { readonly url: string }[], site: string) => share.filter(({ url }) => url.includes(site)).length;

test('of each site so many are taken, and of all together so many', () => {
  const share = politeShare([...links('one', 9), ...links('two', 9), ...links('three', 9)], { most: 10, ofOneSite: 4 });
  expect([share.length, named(share, 'one'), named(share, 'two'), named(share, 'three')]).toEqual([10, 4, 4, 2]);
});

test('the order stays, and what is no address is a site of its own', () => {
  const odd = [{ url: 'no address' }, { url: 'no address' }];
  expect(politeShare([...odd, ...links('one', 2)], { most: 10, ofOneSite: 1 })).toEqual([{ url: 'no address' }, links('one', 1)[0]]);
});
