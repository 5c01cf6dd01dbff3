import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataMapProblems } from '#db/data-map-problems.ts';
import type { Board } from '#worker/board/model/board.ts';
import { board } from '#worker/board/model/this-board.ts';
import { archiveProblems } from '#worker/local/archive-problems.ts';
import { boardFileOf, policiesDir } from '#worker/local/board-file.ts';
import { proofProblems } from '#worker/local/lint/clauses.ts';
import { codeProblems } from '#worker/local/lint/code.ts';
import { lintBoard } from '#worker/local/lint/lint-board.ts';
import { noNumber } from '#worker/local/lint/numbers.ts';
import { readMessages, readWords } from '#worker/local/lint/read-sources.ts';
import { lintTexts } from '#worker/local/lint/text.ts';
import { PROMISED, SPOKEN } from '#worker/local/lint/texts.ts';
import { projectDir } from '#worker/local/project.ts';
import { readMarks } from '#worker/local/proofs.ts';
import { todayOf } from '#worker/local/refuse-board.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { policyOf } from '#worker/promises/model/policy.ts';

/** The policy lint, a part of `npm run check`: prints every problem as a sentence that says what to do. */

const messages = await readMessages();
/** What filters and fields say of a search is no promise: "Last 30 days" is the name of a choice. */
const promising = messages.filter(({ key }) => !key.startsWith('search.'));

const boardProblems = lintBoard(board, { clauses: CLAUSES, today: todayOf(board) });

const problems = [
  ...boardProblems,
  ...(boardProblems.length === 0 ? await problemsBeyond(board) : []),
  ...lintTexts(await readWords(), PROMISED),
  ...lintTexts(messages, SPOKEN),
  ...lintTexts(promising, [noNumber]),
  ...proofProblems(CLAUSES, await readMarks(join(projectDir, 'tests'))),
  ...missingFiles(),
];

for (const problem of problems) console.error(problem);
if (problems.length > 0) console.error(`\nThe policy lint found ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What follows from a board is compared with the rest once the board is whole. */
async function problemsBeyond(whole: Board): Promise<readonly string[]> {
  const published = { folder: policiesDir(boardFileOf(process.env)), today: todayOf(whole) };
  return [...archiveProblems(whole, published), ...dataMapProblems(policyOf(whole)), ...(await codeProblems(whole))];
}

/** Readers look into the files that a promise names. */
function missingFiles(): readonly string[] {
  return CLAUSES.filter(({ state }) => state === 'kept').flatMap(({ id, enforcedBy }) =>
    enforcedBy
      .filter((path) => !existsSync(join(projectDir, path)))
      .map((path) => `Clause "${id}" is enforced by ${path}, which is not there. Name the file that does it.`),
  );
}
