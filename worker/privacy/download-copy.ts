import type { DataExportsRepository } from '#db/repositories/data-exports.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { copyKey } from '#worker/privacy/model/copy-key.ts';

export interface DownloadCopyContext {
  readonly now: number;
  readonly dataExports: Pick<DataExportsRepository, 'find' | 'noteDownload'>;
  readonly files: Pick<FileStore, 'get'>;
}

export interface DownloadedCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same words for everybody, with the day on which it was made. */
  readonly fileName: string;
}

/** Hands a copy to its own person, who has just proven who they are. Another account's, one that has run out, and none: all alike. */
export async function downloadCopy(
  context: DownloadCopyContext,
  { actor, id }: { readonly actor: Member; readonly id: string },
): Promise<DownloadedCopy> {
  const { now, dataExports, files } = context;
  requireFreshProof(actor, now);
  const { accountId } = actor;
  const copy = await dataExports.find({ accountId, now }, id);
  const bytes = copy === null ? null : await files.get(copyKey(copy));
  if (copy === null || bytes === null) throw new DomainError('not_found', 'This copy is no longer here. Ask for a new one.');
  await dataExports.noteDownload(id, { accountId, at: now, kind: 'copy-downloaded', details: {} });
  return { bytes, fileName: `your-data-${utcDay(copy.createdAt)}.zip` };
}
