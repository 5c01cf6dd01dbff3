import type { PromisesView } from '#worker/promises/model/promise-view.ts';

/** A table for the terminal: how many clauses of each policy are kept and planned. */
export function promiseTable(families: PromisesView['families']): string {
  const rows = families.map(({ family, name, kept, planned }) => [family, name, String(kept), String(planned)]);
  const all = [['', 'Clauses', 'kept', 'planned'], ...rows];
  const width = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const pad = (text: string, column: number) => (column < 2 ? text.padEnd(width(column)) : text.padStart(width(column)));
  return all.map((row) => row.map(pad).join('  ')).join('\n');
}
