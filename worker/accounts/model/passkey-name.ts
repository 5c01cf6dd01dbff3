const LONGEST = 60;

/** A passkey's name as it is kept: on one line, without what no one can see. Null for one that is empty or too long. */
export function readPasskeyName(text: string): string | null {
  const name = text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const length = Array.from(name).length;
  return length >= 1 && length <= LONGEST ? name : null;
}
