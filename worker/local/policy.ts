import { parseArgs } from 'node:util';
import type { PolicyVersion } from '#worker/board/model/board.ts';
import { board } from '#worker/board/model/this-board.ts';
import { archiveProblems, writtenDocuments } from '#worker/local/archive-problems.ts';
import { boardFileOf, policiesDir } from '#worker/local/board-file.ts';
import { archived, readArchive, writeArchive } from '#worker/local/policy-archive.ts';
import { todayOf } from '#worker/local/refuse-board.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

/** `npm run policy -- write` puts the words of a version into the archive of published policies; `check` says whether it is whole. */

const USAGE = [
  'npm run policy -- check                           compares the archive of published policies with the data',
  'npm run policy -- write                           writes the version in force as the data say it',
  'BOARD=next.ts npm run policy -- write --version 2 writes a version ahead, from a board file as it will be',
].join('\n');

const folder = policiesDir(boardFileOf(process.env));
const today = todayOf(board);
const { positionals, values } = asked();

const [command = ''] = positionals;
if (command === 'write') write(versionCalled(values.version), values.yes);
else if (command === 'check') check();
else leave(USAGE);

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: { yes: { type: 'boolean', default: false }, version: { type: 'string' } } });
  } catch {
    return leave(USAGE);
  }
}

function versionCalled(number: string | undefined): PolicyVersion {
  if (number === undefined) return versionInForce(board, today);
  const version = board.policyVersions.find((one) => String(one.version) === number);
  return version ?? leave(`policyVersions in the board file names no version ${number}: add it there, or name one that is there.`);
}

function write(version: PolicyVersion, isSure: boolean): void {
  const documents = writtenDocuments(board, version);
  if (version.announced < today && isPublishedOtherwise(documents) && !isSure) {
    leave(
      `Version ${version.version} was published on ${version.announced}, and its words have changed since. People may have read it: announce ` +
        'the change in a version of its own. If nobody has read it yet, add --yes.',
    );
  }
  for (const path of writeArchive(folder, documents)) console.log(path);
}

function isPublishedOtherwise(documents: ReturnType<typeof writtenDocuments>): boolean {
  const published = readArchive(folder);
  return documents.some((document) => {
    const before = published.find(
      ({ id, language, version }) => id === document.id && language === document.language && version === document.version,
    );
    return before !== undefined && archived(before) !== archived(document);
  });
}

function check(): void {
  const problems = archiveProblems(board, { folder, today });
  if (problems.length > 0) leave(problems.join('\n'));
  console.log(`Version ${versionInForce(board, today).version} is in force and in the archive, as the data say it.`);
}

function leave(message: string): never {
  console.error(message);
  process.exit(1);
}
