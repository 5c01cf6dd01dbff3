import { board } from '#worker/board/model/this-board.ts';
import { fold } from '#worker/kernel/text.ts';

const NAMES = new Map(board.categories.flatMap(({ id, label }) => [id, ...Object.values(label)].map((name) => [fold(name), id] as const)));

/** The board's category that one of these texts names, by its id or a label; else `other`. */
export function categoryNamed(texts: readonly string[]): string {
  return texts.map((text) => NAMES.get(fold(text))).find(Boolean) ?? 'other';
}
