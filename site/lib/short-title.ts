import { board } from '#worker/board/model/this-board.ts';

/** What of a title a tab and a list of bookmarks show. */
const ROOM = 70;
const FRAME = ' · '.length + board.name.length;

/** A heading as the title of its page, beside the board's name: what somebody called an ad may be longer than that. */
export function shortTitle(heading: string): string {
  const room = ROOM - FRAME;
  if (heading.length <= room) return heading;
  const cut = heading.slice(0, room - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > room / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}
