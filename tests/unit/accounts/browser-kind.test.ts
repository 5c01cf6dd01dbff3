import { expect, test } from 'vitest';
import { browserKind } from '#worker/accounts/model/browser-kind.ts';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.for([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) ${APPLE} Version/19.1 Mobile/15E148 Safari/604.1`, 'Safari on iOS'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/19.1 Safari/605.1.15`, 'Safari on macOS'],
] as const)('%s is %s: its kind, and no version', ([header, kind]) => {
  expect(browserKind(header)).toBe(kind);
});

test('what says nothing, too much, or anything else is an unknown browser', () => {
  for (const header of [undefined, '', 'x'.repeat(5000), '<b>me</b>', 'curl/8.5.0\u0000', '🦊 on me@mail.example', '1'.repeat(900)]) {
    const kind = browserKind(header);
    expect(kind, header?.slice(0, 30)).toMatch(/^[A-Za-z .-]{1,80}$/);
    expect(kind).not.toMatch(/me|mail/);
  }
});
