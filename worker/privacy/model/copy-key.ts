/** Below this lie the files of copies, each under its account and its time. */
export const COPIES = 'copies/';

/** Where a copy's file lies: the time comes first, so that the file ends by itself, whatever became of its row. */
export function copyKey({
  accountId,
  createdAt,
  id,
}: {
  readonly accountId: string;
  readonly createdAt: number;
  readonly id: string;
}): string {
  return `${COPIES}${accountId}/${createdAt}-${id}`;
}

/** When the copy under a key was made; the beginning of time for a key that is none of ours. */
export function copyMadeAt(key: string): number {
  return Number(/\/(\d+)-[^/]+$/.exec(key)?.[1] ?? 0);
}
