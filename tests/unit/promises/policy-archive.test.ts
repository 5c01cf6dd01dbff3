import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { archiveProblems, newestDocuments } from '#worker/local/archive-problems.ts';
import { readArchive, writeArchive } from '#worker/local/policy-archive.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepword-policies-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const second = { version: 2, announced: '2027-01-10', effective: '2027-02-10', changes: [{ en: 'Another name.' }] };
const renamed = { ...board, name: 'Wordkeep' };
const withSecond = { ...renamed, policyVersions: [...board.policyVersions, second] };

test('what was written is read again, word for word, and is whole', proves('policy-dated'), () => {
  const documents = newestDocuments(board);
  writeArchive(folder, documents);
  expect(new Set(readArchive(folder))).toEqual(new Set(documents));
  expect(archiveProblems(board, folder)).toEqual([]);
});

test('a document that was never written is named, with what to do', () => {
  expect(archiveProblems(board, folder)[0]).toBe(`${join(folder, '1', 'privacy.en.json')} is missing: run npm run policy -- write.`);
});

test('words that changed since a version was written are found, with their sections', proves('policy-dated'), () => {
  writeArchive(folder, newestDocuments(board));
  const changed = { ...board, minimumAge: 18 };
  expect(archiveProblems(changed, folder)).toEqual([
    expect.stringMatching(/privacy\.en\.json have changed since version 1 was written \(#children\): .*add a version to policyVersions/),
    expect.stringMatching(/terms\.en\.json have changed since version 1 was written \(#offer\)/),
  ]);
});

test('a new version leaves the one before as it was, and needs it there', proves('policy-dated'), () => {
  writeArchive(folder, newestDocuments(board));
  const before = readFileSync(join(folder, '1', 'privacy.en.json'), 'utf8');
  writeArchive(folder, newestDocuments(withSecond));
  expect(readFileSync(join(folder, '1', 'privacy.en.json'), 'utf8')).toBe(before);
  expect(archiveProblems(withSecond, folder)).toEqual([]);
  rmSync(join(folder, '1'), { recursive: true });
  expect(archiveProblems(withSecond, folder)).toEqual([
    expect.stringMatching(/^policyVersions names version 1, and .* put back what was published/),
  ]);
});

test('an archived version that the board does not name is found; other files are left alone', () => {
  writeArchive(folder, [...newestDocuments(board), ...newestDocuments(withSecond)]);
  writeFileSync(join(folder, 'README.txt'), 'Published policies.');
  expect(archiveProblems(board, folder)).toEqual([expect.stringMatching(/holds a version that policyVersions does not name/)]);
});
