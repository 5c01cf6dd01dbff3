import { expect, test } from 'vitest';
import { readDomain } from '#worker/employers/model/domain.ts';
import { domainSkeleton, skeletonOf } from '#worker/employers/model/look-alike.ts';
import { toUnicode } from '#worker/employers/model/punycode.ts';

test.each([
  ['example.com', 'example.com'],
  ['https://www.example.co.uk/jobs?x=1', 'example.co.uk'],
  ['jobs@mail.example.com', 'example.com'],
  ['Bäckerei.de', 'xn--bckerei-5wa.de'],
  ['evil.github.io', 'evil.github.io'],
  ['a.b.evil.github.io', 'evil.github.io'],
])('the registrable domain of %s is %s', (text, domain) => {
  expect(readDomain(text)).toEqual({ is: 'domain', domain });
});

test.each([
  ['github.io', 'public-suffix'],
  ['co.uk', 'public-suffix'],
  ['gmail.com', 'free-mail'],
  ['someone@outlook.com', 'free-mail'],
  ['mail.gmx.net', 'free-mail'],
  ['127.0.0.1', 'no-domain'],
  ['localhost', 'no-domain'],
  ['printer.local', 'not-public'],
  ['https://www.ferries.example/jobs', 'not-public'],
  ['nothing', 'no-domain'],
  ['', 'no-domain'],
  ['javascript:alert(1)', 'no-domain'],
])('%s proves nobody: %s', (text, is) => {
  expect(readDomain(text)).toEqual({ is });
});

test('what stands behind xn-- is read as RFC 3492 says, and what is none stays as it is', () => {
  for (const name of ['bücher.de', 'пример.рф', '例え.jp', 'mañana.com', 'faß.de']) {
    expect(toUnicode(new URL(`https://${name}`).hostname)).toBe(name);
  }
  expect(toUnicode('xn--.com')).toMatch(/\.com$/);
  expect(toUnicode('xn--99999999999999.com')).toBe('xn--99999999999999.com');
  expect(toUnicode('plain.com')).toBe('plain.com');
});

test.each([
  ['paypal.com', 'раypal.com'],
  ['paypal.com', 'paypa1.com'],
  ['example.com', 'exarnple.com'],
  ['google.com', 'g00gle.com'],
  ['my-firm.com', 'myfirm.net'],
  ['skatteverket.se', 'skаtteverket.se'],
])('%s and %s are taken for each other', (one, other) => {
  const ascii = (name: string) => new URL(`https://${name}`).hostname;
  expect(domainSkeleton(ascii(one))).toBe(domainSkeleton(ascii(other)));
});

test('names that a reader tells apart have skeletons that differ', () => {
  expect(skeletonOf('Bakery North')).not.toBe(skeletonOf('Bakery South'));
  expect(skeletonOf('Вakеry North')).toBe(skeletonOf('bakery  north'));
});
