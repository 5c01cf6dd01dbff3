import { relative } from 'node:path';
import { z } from 'zod';
import { isTitleOf } from '#worker/local/proofs.ts';
import type { Outcome, Proof, ProofReport } from '#worker/promises/model/proof.ts';

const ids = z.array(z.string()).default([]);

/** What vitest's JSON reporter says, as far as proofs need it. */
export const testResults = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.object({ proves: ids, supports: ids }).default({ proves: [], supports: [] }),
        }),
      ),
    }),
  ),
});

export type TestResults = z.output<typeof testResults>;

export type ProvenTest = ProofReport['proofs'][number];

/** How each proof ended: failed when any of its cases failed, and not run when none of them was. */
export function outcomesOf(proofs: readonly Proof[], results: TestResults, projectDir: string): readonly ProvenTest[] {
  const ran = results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ ...result, file: relative(projectDir, name).replaceAll('\\', '/') })),
  );
  return proofs.map((proof) => {
    const own = ran.filter(
      ({ file, fullName, meta }) =>
        file === proof.file && isTitleOf(fullName, proof.sentence) && (proof.further ? meta.supports : meta.proves).includes(proof.clause),
    );
    return { ...proof, outcome: worst(own.map(({ status }) => status)) };
  });
}

function worst(statuses: readonly string[]): Outcome {
  if (statuses.includes('failed')) return 'failed';
  return statuses.includes('passed') ? 'passed' : 'not-run';
}

/** Clauses with a proof that did not run here, and what the machine lacks. Further evidence is nobody's duty. */
export function notProvenHere(outcomes: readonly ProvenTest[]): readonly string[] {
  const missing = outcomes.filter(({ further, outcome }) => !further && outcome === 'not-run');
  const files = new Map<string, Set<string>>();
  for (const { file, clause } of missing) files.set(file, (files.get(file) ?? new Set()).add(clause));
  return [...files].map(([file, clauses]) => `Not proven here: ${[...clauses].join(', ')}. ${file} ${whyNotRun(file)}.`);
}

function whyNotRun(file: string): string {
  return file.startsWith('tests/e2e/') ? 'needs a Chromium at CHROME_PATH or /usr/bin/chromium' : 'did not run, see above';
}
