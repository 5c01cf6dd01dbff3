import type { FileStore } from '#worker/files/file-store.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { type BegunErasure, begunErasure, type DoneErasure, doneErasure } from '#worker/privacy/model/erasure.ts';

const BEGUN = 'erasures/begun/';
/** Where what was deleted is listed, by day. */
const DONE = { account: 'erasures/done/', ad: 'erasures/ads/' } as const;

export interface LedgerContext {
  readonly files: FileStore;
}

/** An account or an ad that its person deleted, and on which day. */
export interface LedgerEntry {
  readonly key: string;
  readonly of: keyof typeof DONE;
  readonly id: string;
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
  await put(files, { of: 'account', id: person.accountId, at });
  await files.delete([BEGUN + person.accountId]);
}

/** Writes down, outside the database, that an ad was deleted by its author: its random number and the date. */
export function noteAdDeleted({ files }: LedgerContext, { id, at }: { readonly id: string; readonly at: number }): Promise<void> {
  return put(files, { of: 'ad', id, at });
}

type Deleted = Pick<LedgerEntry, 'of' | 'id'> & DoneErasure;

async function put(files: FileStore, { of, id, at }: Deleted): Promise<void> {
  await files.put(`${DONE[of]}${utcDay(at)}/${id}`, bytesOf({ at }));
}

/** What was deleted on these days; on any where none is given. */
export async function listDone({ files }: LedgerContext, days: readonly string[] = ['']): Promise<readonly LedgerEntry[]> {
  const listed = await Promise.all((['account', 'ad'] as const).flatMap((of) => days.map((day) => listOf(files, { of, day }))));
  return listed.flat();
}

/** Of a day, or of all where it is empty. */
async function listOf(files: FileStore, { of, day }: Pick<LedgerEntry, 'of' | 'day'>): Promise<readonly LedgerEntry[]> {
  const keys = await files.list(day === '' ? DONE[of] : `${DONE[of]}${day}/`);
  return keys.flatMap((key) => {
    const [on, id] = key.slice(DONE[of].length).split('/');
    return on === undefined || id === undefined ? [] : [{ key, of, id, day: on }];
  });
}

/** When it was deleted, in UTC milliseconds. */
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
