import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectDir } from '#worker/local/project.ts';

/** What the product is made of, tests included. */
const FOLDERS = ['site', 'worker', 'db', 'search', 'tests', '.ci'];
const ROOT_FILES = /\.(mjs|cjs|ts|json|toml)$|^\.npmrc$/;
/** Made by a build or a test, kept by nobody. */
const MADE = /(^|\/)(cut|\.tmp|node_modules)(\/|$)/;

/** A hash of these very sources: what was tested is what is built only if it is the same. */
export async function hashSourceTree(): Promise<string> {
  const root = (await readdir(projectDir, { withFileTypes: true })).filter((entry) => entry.isFile() && ROOT_FILES.test(entry.name));
  const below = await Promise.all(FOLDERS.map((folder) => filesIn(join(projectDir, folder))));
  const hash = createHash('sha256');
  for (const file of [...root.map(({ name }) => join(projectDir, name)), ...below.flat()].sort())
    hash.update(`\0${relative(projectDir, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !MADE.test(relative(projectDir, file)));
}
