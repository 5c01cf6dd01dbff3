import type { Board, PolicyVersion } from '#worker/board/model/board.ts';

/** The version that counts on a day (`2026-11-22`): the newest that has taken effect; the first where none has yet. */
export function versionInForce({ policyVersions }: Pick<Board, 'policyVersions'>, today: string): PolicyVersion {
  const inForce = policyVersions.findLast(({ effective }) => effective <= today) ?? policyVersions[0];
  if (inForce === undefined) throw new Error('policyVersions is empty: a board has at least one version of its policies.');
  return inForce;
}

/** The next version, where one is announced on that day and does not count yet; the first is never announced. */
export function announcedVersion({ policyVersions }: Pick<Board, 'policyVersions'>, today: string): PolicyVersion | null {
  return policyVersions.slice(1).find(({ announced, effective }) => announced <= today && today < effective) ?? null;
}

/** The last one written: what the data say now. */
export function newestVersion({ policyVersions }: Pick<Board, 'policyVersions'>): PolicyVersion {
  const newest = policyVersions.at(-1);
  if (newest === undefined) throw new Error('policyVersions is empty: a board has at least one version of its policies.');
  return newest;
}
