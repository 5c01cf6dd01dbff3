const BASE = 36;
const DELIMITER = '-';

/** A domain as its letters look: what `xn--` labels stand for (RFC 3492). A label that stands for nothing stays as it is. */
export function toUnicode(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label))
    .join('.');
}

function decode(text: string): string | null {
  const end = text.lastIndexOf(DELIMITER);
  const letters = Array.from(end > 0 ? text.slice(0, end) : '', (letter) => letter.codePointAt(0) ?? 0);
  let code = 128;
  let bias = 72;
  let at = 0;
  for (let next = end > 0 ? end + 1 : 0; next < text.length; ) {
    const before = at;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text.charCodeAt(next));
      next += 1;
      if (digit === null || next > text.length) return null;
      at += digit * weight;
      const least = Math.min(Math.max(k - bias, 1), 26);
      if (digit < least) break;
      weight *= BASE - least;
    }
    const length = letters.length + 1;
    bias = adapt(at - before, { length, isFirst: before === 0 });
    code += Math.floor(at / length);
    at %= length;
    if (code > 0x10ffff) return null;
    letters.splice(at, 0, code);
    at += 1;
  }
  return String.fromCodePoint(...letters);
}

function adapt(change: number, { length, isFirst }: { readonly length: number; readonly isFirst: boolean }): number {
  let delta = isFirst ? Math.floor(change / 700) : change >> 1;
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > 455; k += BASE) delta = Math.floor(delta / 35);
  return k + Math.floor((36 * delta) / (delta + 38));
}

function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : null;
}
