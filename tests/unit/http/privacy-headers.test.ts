import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';

const headers = new Map(securityHeaders('https://board.example', []));

test('no other site is told which page a visitor comes from', proves('outside-links-marked'), () => {
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
});

test('no page may ask a device where it is', proves('country-at-most'), () => {
  expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
});

test('a page sends its forms to this board only', proves('only-our-scripts'), () => {
  expect(headers.get('Content-Security-Policy')).toContain("form-action 'self';");
});
