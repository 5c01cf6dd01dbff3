import type { Board } from '#worker/board/model/board.ts';
import { checkBoard } from '#worker/board/model/check-board.ts';
import { clauseProblems } from '#worker/local/lint/clauses.ts';
import { contactProblems } from '#worker/local/lint/contacts.ts';
import { emptyLists, textsOfDocument } from '#worker/local/lint/empty-lists.ts';
import { noBrace, noPlaceholder } from '#worker/local/lint/placeholders.ts';
import { reviewProblems } from '#worker/local/lint/reviews.ts';
import { lintTexts } from '#worker/local/lint/text.ts';
import { SPOKEN } from '#worker/local/lint/texts.ts';
import { wordsInValue } from '#worker/local/lint/written-texts.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import { documentsOf } from '#worker/promises/model/documents/documents.ts';
import { CALIFORNIA_NOTICES } from '#worker/promises/model/notices-california.ts';
import { GDPR_NOTICES } from '#worker/promises/model/notices-gdpr.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

/** What is wrong with a board and the policies that follow from it. What cannot be read without the rest is read once the rest is whole. */
export function lintBoard(
  board: Board,
  { clauses, today }: { readonly clauses: readonly Clause[]; readonly today: string },
): readonly string[] {
  const notices = [...GDPR_NOTICES, ...CALIFORNIA_NOTICES];
  const broken = [...contactProblems(board, { clauses, notices }), ...checkBoard(board, today)];
  if (broken.length > 0) return broken;
  const policy = policyOf(board);
  const documents = board.languages.flatMap((language) => documentsOf({ policy, clauses, language, version: newestVersion(board) }));
  return [
    ...clauseProblems(clauses, policy.facts),
    ...reviewProblems(policy.processors, today),
    ...lintTexts(wordsInValue(board), SPOKEN),
    ...documents.flatMap(emptyLists),
    ...lintTexts(documents.flatMap(textsOfDocument), [noBrace, noPlaceholder]),
  ];
}
