import type { BoardStatusRepository } from '#db/repositories/board-status.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type ImportsView, importRun, importUnfinished } from '#worker/staff/model/board-view.ts';

export interface SeeImportsContext {
  readonly boardStatus: Pick<BoardStatusRepository, 'sources' | 'unfinishedImports'>;
}

/** Where ads come from, and how the last import of each source went. */
export async function seeImports({ boardStatus }: SeeImportsContext): Promise<ImportsView> {
  const [sources, unfinished] = await Promise.all([boardStatus.sources(), boardStatus.unfinishedImports()]);
  return {
    unfinished: unfinished.map((text) => importUnfinished.parse(JSON.parse(text))).toSorted((one, other) => other.at - one.at),
    sources: sources.map(({ id, name, firstImportedAt, lastImportedAt, published, stopped, waiting, deadLinks, lastRun }) => ({
      id,
      name,
      firstImportedAt: isoTime(firstImportedAt),
      lastImportedAt: isoTime(lastImportedAt),
      published,
      stopped,
      waiting,
      deadLinks,
      lastRun: lastRun === null ? null : importRun.parse(JSON.parse(lastRun)),
    })),
  };
}
