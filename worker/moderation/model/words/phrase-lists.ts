/**
 * Words that go together, by language: folded as `fold` does, `…` standing for up to three words between. All languages are looked for in every
 * text, for nobody is held to the language that a post says it is in.
 */
export type PhraseLists = Readonly<Record<string, readonly string[]>>;
