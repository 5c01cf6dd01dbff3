import type { Board } from '#worker/board/model/board.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';
import { type CopyOf, copyOf } from '#worker/privacy/model/copy.ts';
import { copyFiles } from '#worker/privacy/model/copy-files.ts';
import type { OwnTableRows } from '#worker/privacy/model/own-data.ts';
import { policyOf } from '#worker/promises/model/policy.ts';

export interface PackCopyContext {
  readonly now: number;
  readonly board: Board;
  readonly publicUrl: string;
  readonly files: Pick<FileStore, 'get'>;
  /** Texts and files as one ZIP. */
  readonly zip: (files: Readonly<Record<string, string | Uint8Array>>, at: number) => Uint8Array<ArrayBuffer>;
}

export interface CopyPacked {
  readonly of: CopyOf;
  readonly language: string;
  readonly tables: readonly OwnTableRows[];
}

/** A copy has to stay well below what is kept as one file: further pictures are seen on the pages of their ads. */
const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/** Everything that is kept about somebody as one ZIP: in words, for programs, and the pictures themselves. */
export async function packCopy(context: PackCopyContext, { of, language, tables }: CopyPacked): Promise<Uint8Array<ArrayBuffer>> {
  const { now, board, publicUrl, zip } = context;
  const copy = copyOf({ of, now, policy: policyOf(board), language, publicUrl, tables });
  return zip({ ...copyFiles(copy, tables), ...(await picturesIn(context, tables)) }, now);
}

async function picturesIn({ files }: PackCopyContext, tables: readonly OwnTableRows[]): Promise<Readonly<Record<string, Uint8Array>>> {
  const rows = tables.find(({ name }) => name === 'pictures')?.rows ?? [];
  const found: Record<string, Uint8Array> = {};
  let room = MOST_PICTURE_BYTES;
  for (const { id, type } of rows.toReversed()) {
    const bytes = await files.get(pictureKey(String(id)));
    if (bytes === null || bytes.length > room) continue;
    room -= bytes.length;
    found[`pictures/${id}.${String(type).replace('image/', '')}`] = bytes;
  }
  return found;
}
