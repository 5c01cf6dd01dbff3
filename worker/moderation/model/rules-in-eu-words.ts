import type { StatementCategory, StatementKeyword } from '#worker/moderation/model/eu-vocabulary.ts';

interface EuWords {
  readonly category: StatementCategory;
  readonly keywords: readonly StatementKeyword[];
}

const TERMS: EuWords = { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] };

/** What a breach of each rule of the form is in the EU's vocabulary, where it is more than one of our terms. */
const RULES: Readonly<Record<string, EuWords>> = {};

/** The EU's words for a rule that was broken. */
export function ruleBroken(rule: string | undefined): EuWords {
  return (rule === undefined ? undefined : RULES[rule]) ?? TERMS;
}
