import type { ErasuresRepository } from '#db/repositories/erasures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { copiesOf } from '#worker/privacy/model/erasure.ts';
import type { Person } from '#worker/privacy/model/person.ts';

export interface VerifyErasureContext {
  readonly erasures: Pick<ErasuresRepository, 'held'>;
  readonly files: Pick<FileStore, 'list'>;
}

/** Something of somebody that an erasure should have taken. */
export interface Leftover {
  readonly store: 'database' | 'files';
  /** The table, or the kind of file: nothing that says whose it is. */
  readonly what: string;
  readonly count: number;
}

/**
 * Reads every store again and says what is still there of somebody: nothing, where their erasure is done. The search index holds no row of
 * an account holder, as the data map says.
 */
export async function verifyErasure(
  { erasures, files }: VerifyErasureContext,
  erased: { readonly person: Person; readonly at: number },
): Promise<readonly Leftover[]> {
  const [held, copies] = await Promise.all([erasures.held(erased), files.list(copiesOf(erased.person))]);
  const rows = held.map(({ table, rows }): Leftover => ({ store: 'database', what: table, count: rows }));
  return copies.length === 0 ? rows : [...rows, { store: 'files', what: 'copies', count: copies.length }];
}
