import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { archiveProblems, writtenDocuments } from '#worker/local/archive-problems.ts';
import { readArchive, writeArchive } from '#worker/local/policy-archive.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepword-policies-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const [first] = board.policyVersions;
if (first === undefined) throw new Error('This board has no version of its policies.');
const second = { version: 2, announced: '2027-01-10', effective: '2027-02-10', changes: [{ en: 'Another age.' }] };
const TODAY = '2027-01-15';
const WITH_SECOND = { ...board, policyVersions: [first, second] };
const AS_IT_WILL_BE = { ...WITH_SECOND, minimumAge: 18 };

test('what was written is read again, word for word, and is whole', proves('policy-dated'), () => {
  const documents = writtenDocuments(board, first);
  writeArchive(folder, documents);
  expect(new Set(readArchive(folder))).toEqual(new Set(documents));
  expect(archiveProblems(board, { folder, today: TODAY })).toEqual([]);
});

test('a document that was never written is named, with what to do', () => {
  const [problem] = archiveProblems(board, { folder, today: TODAY });
  expect(problem).toBe(`${join(folder, '1', 'privacy.en.json')} is missing: run npm run policy -- write.`);
});

test('words that changed since the version in force was written are found, with their sections', proves('policy-dated'), () => {
  writeArchive(folder, writtenDocuments(board, first));
  expect(archiveProblems({ ...board, minimumAge: 18 }, { folder, today: TODAY })).toEqual([
    expect.stringMatching(/privacy\.en\.json have changed since version 1 was written \(#children\).*announce it in a version of its own/),
    expect.stringMatching(/terms\.en\.json have changed since version 1 was written \(#offer, #accounts\)/),
  ]);
});

test(
  'an announced version has its text before it counts, and leaves the one in force as it was',
  proves('announced-ahead', 'policy-dated'),
  () => {
    writeArchive(folder, writtenDocuments(board, first));
    const before = readFileSync(join(folder, '1', 'privacy.en.json'), 'utf8');
    expect(archiveProblems(WITH_SECOND, { folder, today: TODAY })).toEqual([
      expect.stringMatching(/holds no text of it in "en" that takes effect on 2027-02-10: .* npm run policy -- write --version 2\.$/),
    ]);
    writeArchive(folder, writtenDocuments(AS_IT_WILL_BE, second));
    expect(readFileSync(join(folder, '1', 'privacy.en.json'), 'utf8')).toBe(before);
    expect(archiveProblems(WITH_SECOND, { folder, today: TODAY })).toEqual([]);
  },
);

test('on its day a version is what was announced: the data must say it word for word', proves('announced-ahead'), () => {
  writeArchive(folder, [...writtenDocuments(board, first), ...writtenDocuments(AS_IT_WILL_BE, second)]);
  expect(archiveProblems(WITH_SECOND, { folder, today: second.effective })[0]).toMatch(/have changed since version 2 was written/);
  expect(archiveProblems(AS_IT_WILL_BE, { folder, today: second.effective })).toEqual([]);
});

test('a board cannot pass to somebody else without a version that says so ahead', proves('transfer-announced'), () => {
  writeArchive(folder, writtenDocuments(board, first));
  const controller = { ...board.controller, name: 'Somebody Else AB' };
  expect(archiveProblems({ ...board, controller }, { folder, today: TODAY })).toEqual([
    expect.stringMatching(/privacy\.en\.json have changed since version 1 was written \(#who.*announce it in a version of its own/),
    expect.stringMatching(/terms\.en\.json have changed/),
  ]);
});

test('a version that was in force stays in the archive', proves('policy-dated'), () => {
  writeArchive(folder, writtenDocuments(AS_IT_WILL_BE, second));
  expect(archiveProblems(AS_IT_WILL_BE, { folder, today: second.effective })).toEqual([
    expect.stringMatching(/^policyVersions names version 1, and .* put back what was published/),
  ]);
});

test('an archived version that the board does not name is found; other files are left alone', () => {
  writeArchive(folder, [...writtenDocuments(board, first), ...writtenDocuments(AS_IT_WILL_BE, second)]);
  writeFileSync(join(folder, 'README.txt'), 'Published policies.');
  expect(archiveProblems(board, { folder, today: TODAY })).toEqual([
    expect.stringMatching(/holds a version that policyVersions does not name/),
  ]);
});
