import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Board } from '#worker/board/model/board.ts';
import { policiesDir, readBoard } from '#worker/local/board-file.ts';
import { readArchive } from '#worker/local/policy-archive.ts';
import { projectDir } from '#worker/local/project.ts';
import { findProofs } from '#worker/local/proofs.ts';
import { dayIn } from '#worker/local/today.ts';

/** What a build is made of, beside the files. `PORT` is not among it: a demonstration's pages name no address of the board. */
export interface BuildOrigin {
  /** Null builds a demonstration board. */
  readonly publicUrl: string | null;
  /** The file that `BOARD` names; null: this project's own. */
  readonly boardFile: string | null;
}

const SOURCES = [
  'site',
  'worker',
  'db',
  'search',
  'astro.config.mjs',
  'wrangler.toml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** Runs beside the Worker, never in it. */
const NOT_IN_THE_BUILD = ['worker/local', 'db/local', 'db/import', 'db/seed', 'db/migrations', 'db/gazetteer'];

/** The same for the same sources, address, board, proofs and policies in force: a build of another is stale. */
export async function fingerprint({ publicUrl, boardFile }: BuildOrigin): Promise<string> {
  const board = await readBoard(boardFile);
  const proofs = await findProofs();
  const published = readArchive(policiesDir(boardFile));
  const hash = createHash('sha256').update(JSON.stringify({ publicUrl, board, proofs, published, passed: policyDatesPassed(board) }));
  const sources = await Promise.all(SOURCES.map((source) => filesOf(join(projectDir, source))));
  for (const file of sources.flat()) hash.update(`\0${relative(projectDir, file)}\0`).update(await readFile(file).catch(() => ''));
  return hash.digest('hex');
}

/** Pages state the policy of the day: once a version is announced or takes effect, they say something else. */
function policyDatesPassed(board: Board): readonly string[] {
  const today = dayIn(board.timeZone, Date.now());
  return board.policyVersions.flatMap(({ announced, effective }) => [announced, effective]).filter((day) => day <= today);
}

const LEFT_OUT = new Set(NOT_IN_THE_BUILD.map((folder) => join(projectDir, folder)));

async function filesOf(source: string): Promise<readonly string[]> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [source];
  const paths = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => join(source, entry.name));
  return (await Promise.all(paths.filter((path) => !LEFT_OUT.has(path)).map(filesOf))).flat();
}
