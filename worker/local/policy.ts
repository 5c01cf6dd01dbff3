import { parseArgs } from 'node:util';
import { board } from '#worker/board/model/this-board.ts';
import { archiveProblems, newestDocuments } from '#worker/local/archive-problems.ts';
import { boardFileOf, policiesDir } from '#worker/local/board-file.ts';
import { archived, readArchive, writeArchive } from '#worker/local/policy-archive.ts';
import { dayIn } from '#worker/local/today.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

/** `npm run policy -- write` publishes the newest version of the policies into the archive; `check` says whether it is there, word for word. */

const USAGE =
  'npm run policy -- write [--yes] writes the newest version of the policies into the archive; npm run policy -- check compares.';
const folder = policiesDir(boardFileOf(process.env));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { yes: { type: 'boolean', default: false } } });

const [command = ''] = positionals;
if (command === 'write') write(values.yes);
else if (command === 'check') check();
else leave(USAGE);

function write(isSure: boolean): void {
  const { version, announced } = newestVersion(board);
  const today = dayIn(board.timeZone, Date.now());
  if (announced < today && isPublishedOtherwise() && !isSure) {
    leave(
      `Version ${version} was published on ${announced}, and its words have changed since. People may have read it: add a version to ` +
        'policyVersions in the board file, and run this again. If nobody has seen it yet, add --yes.',
    );
  }
  for (const path of writeArchive(folder, newestDocuments(board))) console.log(path);
}

function isPublishedOtherwise(): boolean {
  const published = new Map(readArchive(folder).map((document) => [keyOf(document), archived(document)]));
  return newestDocuments(board).some((document) => (published.get(keyOf(document)) ?? archived(document)) !== archived(document));
}

function keyOf({ id, language, version }: { readonly id: string; readonly language: string; readonly version: number }): string {
  return `${version}/${id}.${language}`;
}

function check(): void {
  const problems = archiveProblems(board, folder);
  if (problems.length > 0) leave(problems.join('\n'));
  console.log(`Version ${newestVersion(board).version} is in the archive as the data say it.`);
}

function leave(message: string): never {
  console.error(message);
  process.exit(1);
}
