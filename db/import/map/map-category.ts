import type { Mapping } from '#db/import/map/mapping.ts';
import { fold } from '#worker/kernel/text.ts';

/** The board's category of a row: what its columns translate to, then the more specific one that its words tell; else `other`. */
export function mapCategory({ category }: Mapping, read: (column: string) => string): string {
  if (category === undefined) return 'other';
  const found = category.from.map((column) => category.values[read(column)]).find(Boolean) ?? 'other';
  const finer = category.refine[found]?.find((entry) => {
    const text = ` ${fold(entry.in.map(read).join(' '))}`;
    return entry.words.some((word) => text.includes(` ${word}`));
  });
  return finer?.category ?? found;
}
