/** Printable ASCII, as most texts are: it has no diacritics. */
const ASCII = /^[ -~]*$/;

/** Lower case, without diacritics and with runs of anything but letters and digits folded to one blank: for comparing names. */
export function fold(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/[ıİ]/g, 'i')
    .replace(/ə/g, 'a')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The part of an address made of a title or name: folded Latin words joined by hyphens, at most 60 characters; `x` where nothing is left. */
export function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'x' : slug;
}
