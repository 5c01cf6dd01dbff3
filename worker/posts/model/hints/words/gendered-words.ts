/** A word that calls people of one gender, as it stands in titles: lower case; `…` before or after it allows more letters there. */
export interface GenderedWord {
  readonly word: string;
  /** What is said of everybody; null where the right word depends on the work. */
  readonly instead: string | null;
}

/** Reads a list of `word = what to say instead`; a line without `=` names no other word. */
export function genderedWords(lines: string): readonly GenderedWord[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', instead = null] = line.split(' = ');
      return { word, instead };
    });
}
