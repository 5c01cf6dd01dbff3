import type { Board } from '#worker/board/model/board.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { fillWords } from '#worker/promises/model/fill-words.ts';
import { FAMILIES, FAMILY_NAMES, familiesOf } from '#worker/promises/model/origins.ts';
import type { PromisesView, PromiseView, ProofView } from '#worker/promises/model/promise-view.ts';
import type { Outcome, Proof, ProofReport } from '#worker/promises/model/proof.ts';

export interface Presented {
  readonly board: Board;
  readonly language: string;
  readonly clauses: readonly Clause[];
  readonly proofs: readonly Proof[];
  /** Null where no run of all tests on these sources is known. */
  readonly report: ProofReport | null;
}

/** The kept promises with their proof, and counts of the others. */
export function presentPromises({ board, language, clauses, proofs, report }: Presented): PromisesView {
  const kept = clauses.filter(({ state }) => state === 'kept');
  const facts = factsOf(board);
  const ofClause = (id: string) => proofs.filter(({ clause }) => clause === id).map((proof) => presentProof(proof, report));
  return {
    testedAt: report?.testedAt ?? null,
    kept: kept.length,
    planned: clauses.length - kept.length,
    families: countFamilies(clauses),
    promises: kept.map((clause): PromiseView => {
      const { id, topic, origins, enforcedBy, words } = clause;
      return { id, topic, words: fillWords(words, { facts, language }), origins, enforcedBy, proofs: ofClause(id) };
    }),
  };
}

/** How many clauses answer to each policy. */
export function countFamilies(clauses: readonly Clause[]): PromisesView['families'] {
  return FAMILIES.map((family) => {
    const own = clauses.filter(({ origins }) => familiesOf(origins).includes(family));
    const kept = own.filter(({ state }) => state === 'kept').length;
    return { family, name: FAMILY_NAMES[family], kept, planned: own.length - kept };
  });
}

function presentProof({ clause, file, sentence, further }: Proof, report: ProofReport | null): ProofView {
  const isSame = (one: Proof) => one.clause === clause && one.file === file && one.sentence === sentence;
  const outcome: Outcome = report?.proofs.find(isSame)?.outcome ?? 'not-run';
  return { file, sentence, further, outcome };
}
