const decoder = new TextDecoder('utf-8', { fatal: true });
const BYTE_OF = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte] as const),
);
/** Runs that begin like UTF-8 of several bytes when each character is taken for a byte. */
const SUSPECT =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+)*/gu;

/** UTF-8 that someone read as Windows-1252, once or twice, is read rightly: `Ã¢Â€Â“` becomes `–`. */
export function repairEncoding(text: string): string {
  if (!/[\u00c2-\u00f4][^\p{L}\s]/u.test(text)) return text;
  const once = text.replace(SUSPECT, decode);
  return once === text ? text : once.replace(SUSPECT, decode);
}

function decode(run: string): string {
  const bytes = Array.from(run, (character) => BYTE_OF.get(character) ?? character.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 255)) return run;
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return run;
  }
}
