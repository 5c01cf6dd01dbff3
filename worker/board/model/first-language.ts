import type { Board } from '#worker/board/model/board.ts';

/** The language of addresses without a language segment, and of everything that names none. */
export function firstLanguage({ languages }: Pick<Board, 'languages'>): string {
  return languages[0] ?? 'en';
}
