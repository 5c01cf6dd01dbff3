import type { Board } from '#worker/board/model/board.ts';
import { checkBoard, checkLiveBoard } from '#worker/board/model/check-board.ts';
import { isTimeZone } from '#worker/board/model/codes.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { dayIn } from '#worker/local/today.ts';

/** Throws a `LaunchRefusal` that names every field of the board file that is wrong. */
export function refuseBoard(board: Board, { isLive }: { readonly isLive: boolean }): void {
  const problems = isLive ? listed(checkLiveBoard(board, todayOf(board))) : problemsOf(board);
  if (problems !== null) throw new LaunchRefusal(problems);
}

/** What is wrong with a board file, wherever it runs; null where nothing is. */
export function problemsOf(board: Board): string | null {
  return listed(checkBoard(board, todayOf(board)));
}

function listed(problems: readonly string[]): string | null {
  return problems.length === 0
    ? null
    : ['The board file (worker/board/model/this-board.ts, or the one that BOARD names) is not right.', ...problems].join('\n');
}

/** The day where the board is; in UTC where nobody knows where that is. */
export function todayOf({ timeZone }: Board): string {
  return dayIn(isTimeZone(timeZone) ? timeZone : 'UTC', Date.now());
}
