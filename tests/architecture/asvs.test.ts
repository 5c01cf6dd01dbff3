import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AUTHENTICATION } from '#tests/architecture/asvs/authentication.ts';
import { AUTHORISATION } from '#tests/architecture/asvs/authorisation.ts';
import { BROWSER } from '#tests/architecture/asvs/browser.ts';
import { LOGGING } from '#tests/architecture/asvs/logging.ts';
import type { Requirement } from '#tests/architecture/asvs/requirement.ts';
import { SESSION_MANAGEMENT } from '#tests/architecture/asvs/sessions.ts';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** How many requirements each section of the ASVS 5.0 has. */
const SECTIONS: Readonly<Record<string, number>> = {
  '3.3': 5,
  '3.4': 8,
  '3.5': 8,
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '7.6': 2,
  '8.1': 4,
  '8.2': 4,
  '8.3': 3,
  '8.4': 2,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 4,
};
const TABLE: readonly Requirement[] = [...BROWSER, ...AUTHENTICATION, ...SESSION_MANAGEMENT, ...AUTHORISATION, ...LOGGING];

test('every requirement of the chapters on authentication, sessions, authorisation, logs, cookies, headers and origins is answered', () => {
  const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(TABLE.map(([id]) => id)).toEqual(wanted);
});

test.each(TABLE.filter(([, , answer]) => typeof answer !== 'string'))(
  '%s (%s) is held by tests that exist',
  async (_id, _words, answer) => {
    for (const [file, sentence] of typeof answer === 'string' ? [] : answer) {
      const source = await readFile(join(tests, file), 'utf8').catch(() => '');
      const sentences = source.match(/(?<=\b(?:test|describe)(?:\.each\([^\n]*\))?\(\s*['"`])[^\n]*/g) ?? [];
      expect(sentence.length, 'names a sentence').toBeGreaterThan(10);
      expect(
        sentences.some((one) => one.startsWith(sentence)),
        `${file}: ${sentence}`,
      ).toBe(true);
    }
  },
);

test.each(TABLE.filter(([, , answer]) => typeof answer === 'string'))('%s (%s) has a reason in a whole sentence', (_id, _words, answer) => {
  expect(answer).toMatch(/^[A-Z`].{15,}\.$/);
});
