import { join } from 'node:path';
import { projectDir } from '#worker/local/project.ts';

/** What Vite needs of a plugin here. */
interface ResolvePlugin {
  readonly name: string;
  readonly enforce: 'pre';
  resolveId(source: string, importer: string | undefined): string | null;
}

/** In the bundle, the file that `BOARD` names takes the place of this project's own board, as `other-board.mjs` sees to in Node. */
export function otherBoard(boardFile: string): ResolvePlugin {
  return {
    name: 'other-board',
    enforce: 'pre',
    resolveId: (source, importer) => {
      if (importer === boardFile && source.startsWith('#')) return join(projectDir, source.slice(1));
      return source === '#worker/board/model/this-board.ts' ? boardFile : null;
    },
  };
}
