/** A text that people read, with the place where it is written. */
export interface WrittenText {
  /** `worker/promises/model/clauses/jobs.ts:12` or `policyVersions[1].changes[0]`. */
  readonly where: string;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
}

/** What is wrong with a text, as a sentence that says what to do; null where nothing is. */
export type TextRule = (written: WrittenText) => string | null;

/** What these rules find in these texts. */
export function lintTexts(texts: readonly WrittenText[], rules: readonly TextRule[]): readonly string[] {
  return texts.flatMap((written) => rules.map((rule) => rule(written)).filter((problem) => problem !== null));
}
