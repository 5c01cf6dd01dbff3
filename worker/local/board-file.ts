import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Board } from '#worker/board/model/board.ts';
import { projectDir } from '#worker/local/project.ts';

/** The file that `BOARD` names; null where the board is this project's own. */
export function boardFileOf(environment: Readonly<Record<string, string | undefined>>): string | null {
  return environment['BOARD'] ? resolve(environment['BOARD']) : null;
}

/** Where the published policies of a board lie: beside its file, or with this project's own board. */
export function policiesDir(boardFile: string | null): string {
  return boardFile === null ? join(projectDir, 'worker', 'board', 'policies') : join(dirname(boardFile), 'policies');
}

/** The board that a file exports. `other-board.mjs` has seen to it that there is one. */
export async function readBoard(boardFile: string | null): Promise<Board> {
  const file = boardFile ?? join(projectDir, 'worker', 'board', 'model', 'this-board.ts');
  const { board }: { board: Board } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return board;
}
