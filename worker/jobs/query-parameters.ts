import type { Board } from '#worker/board/model/board.ts';
import { refuseParameters } from '#worker/http/only-parameters.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** The search that an address asks for. Refuses what is not understood, and unknown parameters where `strict`. */
export function readQuery(url: string, { board, strict }: { readonly board: Board; readonly strict: boolean }): JobQuery {
  const { query, problems, unknown } = parseJobQuery(new URL(url).searchParams, board);
  if (strict) refuseParameters(unknown);
  if (problems.length === 0) return query;
  throw new DomainError('invalid', problems.map(({ field, message }) => `${field}: ${message}`).join(' '), problems);
}
