// Loaded before any command where `BOARD` is set: the file it names takes the place of this project's own board, in Node and in what Node
// starts. Imports nothing of ours before it has decided what those imports mean.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectUrl = pathToFileURL(join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '/'));

if (process.env.BOARD) await takeTheBoardOf(resolve(process.env.BOARD));

async function takeTheBoardOf(file) {
  // What this process starts may have another working directory.
  process.env.BOARD = file;
  if (!existsSync(file)) refuse(`${file}, which is not there`);
  const boardUrl = pathToFileURL(file).href;
  registerHooks({
    resolve: (specifier, context, next) => {
      // A board may lie anywhere, take what it needs from this project, and begin with this project's own board.
      if (context.parentURL === boardUrl && specifier.startsWith('#')) return next(new URL(specifier.slice(1), projectUrl).href, context);
      if (specifier === '#worker/board/model/this-board.ts') return next(boardUrl, context);
      return next(specifier, context);
    },
  });
  const { board } = await import(boardUrl).catch((error) => refuse(`${file}, which cannot be read: ${error.message}`));
  if (typeof board !== 'object' || board === null) refuse(`${file}, which exports no board: it must say "export const board = { … }"`);
  const { problemsOf } = await import('#worker/local/refuse-board.ts');
  const problems = problemsOf(board);
  if (problems !== null) leave(problems);
}

function refuse(what) {
  leave(`BOARD names ${what}. Give it the path of a .ts or .mjs file, or unset it for the demonstration board.`);
}

function leave(message) {
  console.error(message);
  process.exit(1);
}
