import { expect, test } from 'vitest';
import { type DoorCookie, doorCookieName, doorCookieText, endedCookie } from '#worker/accounts/model/cookie-names.ts';

const NAMES: readonly DoorCookie[] = ['session', 'sign-in', 'link', 'known-browser', 'draft'];
const WEB = 'https://jobs.example';
const HERE = 'http://localhost:8787';
const value = 'x'.repeat(64);

test.each(NAMES)(
  'on https every cookie of the doors is for this very host, encrypted, hidden from scripts and from other sites: %s',
  (name) => {
    const text = doorCookieText({ publicUrl: WEB, name, value, maxAge: 60 });
    expect(text).toMatch(new RegExp(`^__Host-${name}=${value}; `));
    expect(text.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=60', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(text).not.toContain('Domain');
  },
);

test.each(NAMES)('on this machine, without https, a cookie of the doors has its plain name: %s', (name) => {
  expect(doorCookieName(name, HERE)).toBe(name);
  expect(doorCookieText({ publicUrl: HERE, name, value, maxAge: 60 })).not.toContain('Secure');
});

test.each(NAMES)('a cookie of the doors is taken away under the name that it was given: %s', (name) => {
  expect(endedCookie(name, WEB)).toMatch(new RegExp(`^__Host-${name}=; .*Max-Age=0`));
});

test('no cookie of the doors is longer than browsers keep', () => {
  const longest = NAMES.map((name) => doorCookieText({ publicUrl: WEB, name, value: 'x'.repeat(512), maxAge: 1 }).length);
  expect(Math.max(...longest)).toBeLessThan(4096);
});
