import type { FileStore } from '#worker/files/file-store.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { type BegunErasure, begunErasure, type DoneErasure, doneErasure } from '#worker/privacy/model/erasure.ts';

const BEGUN = 'erasures/begun/';
const DONE = 'erasures/done/';

export interface LedgerContext {
  readonly files: FileStore;
}

/** An account that was deleted, and on which day. */
export interface LedgerEntry {
  readonly key: string;
  readonly accountId: string;
  /** `2026-11-22`, UTC. */
  readonly day: string;
}

/** Writes down, outside the database, that an account is to be deleted: whatever happens now, it will be. */
export async function noteBegun({ files }: LedgerContext, begun: BegunErasure): Promise<void> {
  await files.put(BEGUN + begun.person.accountId, bytesOf(begun));
}

/** Erasures that have begun and are not done. */
export async function listBegun({ files }: LedgerContext): Promise<readonly BegunErasure[]> {
  const keys = await files.list(BEGUN);
  const read = await Promise.all(keys.map((key) => files.get(key)));
  return read.flatMap((bytes) => (bytes === null ? [] : [begunErasure.parse(JSON.parse(new TextDecoder().decode(bytes)))]));
}

/** It is not to be deleted after all. */
export async function forgetBegun({ files }: LedgerContext, accountId: string): Promise<void> {
  await files.delete([BEGUN + accountId]);
}

/** From now on the account's random number and the date stand here alone. */
export async function noteDone({ files }: LedgerContext, { person, at }: BegunErasure): Promise<void> {
  const done: DoneErasure = { at };
  await files.put(`${DONE}${utcDay(at)}/${person.accountId}`, bytesOf(done));
  await files.delete([BEGUN + person.accountId]);
}

/** Accounts that were deleted on these days; on any where none is given. */
export async function listDone({ files }: LedgerContext, days: readonly string[] = ['']): Promise<readonly LedgerEntry[]> {
  const keys = await Promise.all(days.map((day) => files.list(day === '' ? DONE : `${DONE}${day}/`)));
  return keys.flat().flatMap((key) => {
    const [day, accountId] = key.slice(DONE.length).split('/');
    return day === undefined || accountId === undefined ? [] : [{ key, day, accountId }];
  });
}

/** When an account was deleted, in UTC milliseconds. */
export async function doneAt({ files }: LedgerContext, { key, day }: LedgerEntry): Promise<number> {
  const bytes = await files.get(key);
  return bytes === null ? Date.parse(day) : doneErasure.parse(JSON.parse(new TextDecoder().decode(bytes))).at;
}

/** Ends entries. */
export async function forgetDone({ files }: LedgerContext, entries: readonly LedgerEntry[]): Promise<void> {
  await files.delete(entries.map(({ key }) => key));
}

function bytesOf(entry: BegunErasure | DoneErasure): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(entry));
}
