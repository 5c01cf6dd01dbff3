/** How many characters must not follow from the one before. */
const LEAST_TURNS = 5;
const LEAST_DIFFERENT = 5;
/** What is repeated must be long enough to be a password of itself. */
const SHORTEST_UNIT = 8;

const ROWS = ['1234567890', 'qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ'];

/** Whether a text (in lower case) is a repetition, a sequence of the alphabet or numbers, or a walk along the keyboard. */
export function isPredictable(text: string): boolean {
  const letters = Array.from(text);
  if (new Set(letters).size < LEAST_DIFFERENT) return true;
  const unit = repeatedUnit(letters);
  if (unit.length < letters.length && unit.length < SHORTEST_UNIT) return true;
  return turns(unit) < LEAST_TURNS;
}

/** The shortest beginning that, repeated, gives the whole (the last time perhaps cut short); the whole where it comes once. */
export function repeatedUnit(letters: readonly string[]): readonly string[] {
  const lengths = Array.from({ length: Math.floor(letters.length / 2) }, (_, index) => index + 1);
  const length = lengths.find((tried) => letters.every((letter, at) => letter === letters[at % tried]));
  return letters.slice(0, length);
}

function turns(letters: readonly string[]): number {
  return letters.filter((letter, at) => at === 0 || !follows(letters[at - 1] ?? '', letter)).length;
}

function follows(before: string, letter: string): boolean {
  const step = (letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1 || ROWS.some((row) => row.includes(before + letter) || row.includes(letter + before));
}
