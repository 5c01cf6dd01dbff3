import { expect, test } from 'vitest';
import { board } from '#worker/board/model/this-board.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { isInEea } from '#worker/promises/model/countries.ts';
import { privacyPolicy } from '#worker/promises/model/documents/privacy-policy.ts';
import { cloudflare, meilisearchCloud, turso } from '#worker/promises/model/known-processors.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

const agreement = { contract: 'Data processing agreement of 1 October 2026', reviewed: '2026-10-02' };
const KNOWN = [
  cloudflare(agreement),
  turso({ ...agreement, host: 'board.turso.io' }),
  meilisearchCloud({ ...agreement, host: 'ms-board.meilisearch.io' }),
];

/** What the policy says of countries on a board with these processors. */
function placesOf(processors: typeof KNOWN): string {
  const policy = policyOf({ ...board, processors });
  const document = privacyPolicy({ policy, clauses: CLAUSES, language: 'en', version: newestVersion(board) });
  return JSON.stringify(document.sections.find(({ id }) => id === 'places'));
}

test.each(KNOWN)('$name outside the EEA names what makes the transfer lawful', ({ country, safeguard, hosts }) => {
  expect(isInEea(country) || safeguard !== null).toBe(true);
  expect(hosts.every((host) => !host.includes('/'))).toBe(true);
});

test('data that leaves the European Economic Area with a processor is said to leave it', () => {
  expect(placesOf([])).toContain('Nothing that we keep about people is sent out of the European Economic Area');
  expect(placesOf(KNOWN.filter(({ country }) => isInEea(country)))).toContain('Nothing that we keep about people is sent out');
  expect(placesOf(KNOWN)).toContain('a country outside the European Economic Area');
});
