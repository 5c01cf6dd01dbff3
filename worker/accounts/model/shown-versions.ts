import type { Board } from '#worker/board/model/board.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

export interface ShownVersions {
  /** Of the terms that somebody accepts. */
  readonly termsVersion: number;
  /** Of the privacy notice that somebody is shown. */
  readonly privacyVersion: number;
}

/** What is in force on the day of a sign-up: a board's policies have one version together. */
export function shownVersions(board: Pick<Board, 'policyVersions'>, now: number): ShownVersions {
  const { version } = versionInForce(board, utcDay(now));
  return { termsVersion: version, privacyVersion: version };
}
