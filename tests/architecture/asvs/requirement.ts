/** One requirement of the OWASP ASVS 5.0: the tests that hold the board to it, or the reason why there is none. */
export type Requirement = readonly [id: string, words: string, answer: readonly Proof[] | string];

/** A test by its file below `tests`, and the beginning of its sentence. */
type Proof = readonly [file: string, sentence: string];

/** Why whole sections ask nothing of this board. */
export const NO_IDENTITY_PROVIDER = 'Nobody signs in here through somebody else, and nobody elsewhere through this board.';
