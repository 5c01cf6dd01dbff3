const SHORTEST = 3;

export interface Known {
  readonly email: string;
  readonly name: string | null;
  /** The board's name. */
  readonly board: string;
  /** The board's origin. */
  readonly publicUrl: string;
}

/** Words that a stranger would try on this person: parts of the address and the name, the board's name and its host. The longest first. */
export function personalWords({ email, name, board, publicUrl }: Known): readonly string[] {
  const [local = '', domain = ''] = email.split('@');
  const host = URL.parse(publicUrl)?.hostname ?? '';
  const whole = [local, name ?? '', board].map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ''));
  const parts = [local, name ?? '', board, ...namesOf(domain), ...namesOf(host)].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  const words = [...whole, ...parts].map((word) => word.normalize('NFC').toLowerCase());
  return [...new Set(words)].filter((word) => Array.from(word).length >= SHORTEST).toSorted((one, other) => other.length - one.length);
}

export function ownWordsIn(folded: string, words: readonly string[]): boolean {
  return words.some((word) => folded.includes(word));
}

/** What is left of a password that is folded already, in letters and digits. */
export function withoutOwnWords(folded: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ' '), folded).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A host without its last label, which says nothing of anybody. */
function namesOf(host: string): readonly string[] {
  return host.split('.').slice(0, -1);
}
