import { once } from '#site/lib/once.ts';

/** `12 kB`: never none. */
export function fileSize(bytes: number, language: string): string {
  return writerOf(language).format(Math.max(1, Math.round(bytes / 1000)));
}

const writerOf = once((language) => new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }));

/** `5 MB`: for limits. */
export function largestSize(bytes: number, language: string): string {
  return limitWriterOf(language).format(Math.floor(bytes / 1_000_000));
}

/** `12 million`: for limits. */
export function inMillions(count: number, language: string): string {
  return millionWriterOf(language).format(count);
}

const limitWriterOf = once((language) => new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }));

const millionWriterOf = once((language) => new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long' }));
