const SHORTEST = 4;
const LONGEST = 30;

/** Whether slips in a word can be told from other words: it is long enough and made of letters alone. */
export function isCorrectable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word);
}

export function backwards(word: string): string {
  return [...word].reverse().join('');
}

/** How many slips are forgiven in a word. */
export function slipsForgiven(word: string): number {
  return [...word].length >= 8 ? 2 : 1;
}

/** How many letters were left out, added, changed or swapped with their neighbour (Damerau–Levenshtein, optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  from.forEach((letter, row) => {
    const next = [row + 1];
    to.forEach((wanted, column) => {
      const change = (last[column] ?? 0) + (letter === wanted ? 0 : 1);
      const swapped = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted;
      const swap = swapped ? (before[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, swap, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    });
    before = last;
    last = next;
  });
  return last[to.length] ?? 0;
}
