import { policiesDir } from '#worker/local/board-file.ts';
import { readArchive } from '#worker/local/policy-archive.ts';

const MODULE = 'virtual:policy-archive';
/** Vite's mark for a module that is no file. */
const RESOLVED = `\0${MODULE}`;

interface ModulePlugin {
  readonly name: string;
  resolveId(source: string): string | null;
  load(id: string): string | null;
}

/** Gives pages the module `virtual:policy-archive`: every text of the board that was ever published, as it stood. */
export function policyArchive(boardFile: string | null): ModulePlugin {
  return {
    name: 'policy-archive',
    resolveId: (source) => (source === MODULE ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(readArchive(policiesDir(boardFile)))}` : null),
  };
}
