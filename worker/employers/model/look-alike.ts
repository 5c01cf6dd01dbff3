import { toUnicode } from '#worker/employers/model/punycode.ts';
import { fold } from '#worker/kernel/text.ts';

/** Letters of other scripts, and digits, that a reader takes for a Latin letter. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ѐ: 'e',
  ё: 'e',
  ɡ: 'g',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  ү: 'y',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ɑ: 'a',
  ɩ: 'i',
  ı: 'i',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '|': 'l',
  ǀ: 'l',
};

/** What a reader sees in a name or domain: two that give the same are taken for each other. */
export function skeletonOf(text: string): string {
  const seen = Array.from(fold(text), (letter) => LOOKS_LIKE[letter] ?? letter).join('');
  return seen
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l')
    .replaceAll(/[^a-z0-9\p{L}\p{N}]/gu, '');
}

/** The same for a domain in its ASCII form, without its suffix: `firm.com` is taken for `firm.co`, too. */
export function domainSkeleton(domain: string): string {
  return skeletonOf((toUnicode(domain).split('.')[0] ?? '').replaceAll('-', ''));
}
