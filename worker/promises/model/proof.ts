import { z } from 'zod';

/** A test that carries the id of a clause. */
export interface Proof {
  readonly clause: string;
  /** From the project's folder. */
  readonly file: string;
  /** What the test says of the board; `…` stands for what differs from case to case. */
  readonly sentence: string;
  /** Further evidence: it needs what not every machine has, such as a Meilisearch. */
  readonly further: boolean;
}

export const OUTCOMES = ['passed', 'failed', 'not-run'] as const;

export type Outcome = (typeof OUTCOMES)[number];

const provenTest = z.object({
  clause: z.string(),
  file: z.string(),
  sentence: z.string(),
  further: z.boolean(),
  outcome: z.enum(OUTCOMES),
});

/** What the last run of all tests left behind: how each proof ended, on which sources, and when. */
export const proofReport = z.object({
  /** Hash of the source tree, tests included. */
  tree: z.string(),
  /** ISO 8601. */
  testedAt: z.iso.datetime(),
  proofs: z.array(provenTest).readonly(),
});

export type ProofReport = z.output<typeof proofReport>;

/** A path of the build's static files. */
export const PROOF_REPORT_PATH = '/proof-report.json';
