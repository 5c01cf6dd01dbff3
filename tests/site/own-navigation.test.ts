import { expect, test } from 'vitest';
import { withContactLinks } from '#site/lib/contact-links.ts';
import { isOwnNavigation } from '#site/lib/own-navigation.ts';

const ORIGIN = 'https://board.example';
const asked = (headers: Record<string, string>) => isOwnNavigation(new Request(`${ORIGIN}/contacts/x`, { headers }), ORIGIN);

test.each([
  ['a page of ours, as browsers say it', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'navigate' }, true],
  ['a program that names the page it came from', { Referer: `${ORIGIN}/jobs/nurse-x` }, true],
  ['a link on another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', Referer: `${ORIGIN}/jobs` }, false],
  ['a picture on another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, false],
  ['a picture on a page of ours', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'no-cors' }, false],
  ['an address that was typed', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }, false],
  ['a page that is fetched ahead', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'navigate', 'Sec-Purpose': 'prefetch' }, false],
  ['nobody says anything', {}, false],
  ['another site, in an old browser', { Referer: 'https://elsewhere.example/' }, false],
])('the trap counts what comes from %s', (_from, headers, counts) => {
  expect(asked(headers)).toBe(counts);
});

test('each place of a contact leads to the button that shows it, but for those inside a link', () => {
  const html = '<p>Call [show contact] or <a href="https://a.example/">see [show contact] there</a>.</p>';
  expect(withContactLinks(html, '#contact')).toBe(
    '<p>Call <a href="#contact">[show contact]</a> or <a href="https://a.example/">see [show contact] there</a>.</p>',
  );
});
