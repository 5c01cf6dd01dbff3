import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { announcedVersion, newestVersion, versionInForce } from '#worker/promises/model/versions.ts';

const first = { version: 1, announced: '2026-11-22', effective: '2026-11-22', changes: [] };
const second = { version: 2, announced: '2027-01-10', effective: '2027-02-10', changes: [{ en: 'Alerts by mail.' }] };
const board = { policyVersions: [first, second] };

test('a version counts from its day on, and the one before it until then', () => {
  expect(versionInForce(board, '2027-02-09')).toBe(first);
  expect(versionInForce(board, '2027-02-10')).toBe(second);
  expect(versionInForce(board, '2026-11-01')).toBe(first);
  expect(newestVersion(board)).toBe(second);
});

test('a version is announced from the day of its announcement until it counts', proves('announced-ahead'), () => {
  expect(announcedVersion(board, '2027-01-09')).toBeNull();
  expect(announcedVersion(board, '2027-01-10')).toBe(second);
  expect(announcedVersion(board, '2027-02-09')).toBe(second);
  expect(announcedVersion(board, '2027-02-10')).toBeNull();
});

test('the first version is announced to nobody: there was none before it', () => {
  expect(announcedVersion({ policyVersions: [{ ...first, effective: '2027-01-01' }] }, '2026-12-01')).toBeNull();
});

test('a board without any version is told what is missing', () => {
  expect(() => versionInForce({ policyVersions: [] }, '2026-11-22')).toThrow('policyVersions is empty');
});
