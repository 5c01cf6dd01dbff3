import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { SourceFile } from '#worker/local/lint/written-texts.ts';

/** Everything that a browser, the Worker, the launcher or a tool of the board may read. */
const CODE = /\.(ts|tsx|mjs|js|astro|css|html|svg|sql|webmanifest)$/;

/** The code in folders, wherever they lie; files are named from `root`. */
export async function readCode(root: string, folders: readonly string[]): Promise<readonly SourceFile[]> {
  const entries = await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })));
  const files = entries.flat().filter((entry) => entry.isFile() && CODE.test(entry.name));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return Promise.all(paths.map(async (path) => ({ file: relative(root, path), text: await readFile(path, 'utf8') })));
}
