import type { Board } from '#worker/board/model/board.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { presentPromises } from '#worker/promises/model/present-promises.ts';
import type { PromisesView } from '#worker/promises/model/promise-view.ts';
import { PROOF_REPORT_PATH, type Proof, proofReport } from '#worker/promises/model/proof.ts';

export interface ViewPromisesContext {
  readonly board: Board;
  readonly language: string;
  /** Found in the tests' sources when this was built. */
  readonly proofs: readonly Proof[];
  /** A static file of this build; null where there is none. */
  readonly readStatic: (path: string) => Promise<Response | null>;
}

/** Every kept promise with the tests that prove it, and how they ended where the build carries a report of their last run. */
export async function viewPromises({ board, language, proofs, readStatic }: ViewPromisesContext): Promise<PromisesView> {
  const file = await readStatic(PROOF_REPORT_PATH);
  const report = file === null ? null : proofReport.parse(await file.json());
  return presentPromises({ board, language, clauses: CLAUSES, proofs, report });
}
