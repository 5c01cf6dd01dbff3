import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policiesDir } from '#worker/local/board-file.ts';

const MODULE = 'virtual:policy-archive';
/** Vite's mark for a module that is no file. */
const RESOLVED = `\0${MODULE}`;

interface ModulePlugin {
  readonly name: string;
  resolveId(source: string): string | null;
  load(id: string): Promise<string | null>;
}

/** Gives pages the module `virtual:policy-archive`: every text of the board that was ever published, as it stood. */
export function policyArchive(boardFile: string | null): ModulePlugin {
  return {
    name: 'policy-archive',
    resolveId: (source) => (source === MODULE ? RESOLVED : null),
    load: async (id) => (id === RESOLVED ? `export default ${JSON.stringify(await readArchive(policiesDir(boardFile)))}` : null),
  };
}

async function readArchive(folder: string): Promise<readonly unknown[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}
