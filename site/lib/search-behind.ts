import type { Paths } from '#site/lib/paths.ts';
import type { Board } from '#worker/board/model/board.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';

export interface SearchBehind {
  readonly query: JobQuery;
  /** A path of our own, made anew from what was understood. */
  readonly path: string;
}

/** The search from which a reader came to an ad: the referrer, when it is our search page; else none. */
export function searchBehind(
  referrer: string | null,
  { origin, paths, board }: { origin: string; paths: Paths; board: Board },
): SearchBehind | null {
  const url = referrer === null ? null : URL.parse(referrer);
  if (url === null || url.origin !== origin || url.pathname !== paths.jobs()) return null;
  const { query } = parseJobQuery(url.searchParams, board);
  return { query, path: paths.jobs(canonicalQuery(query)) };
}
