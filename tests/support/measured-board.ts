import { board as other } from '#tests/support/other-board.ts';
import type { Board } from '#worker/board/model/board.ts';

/** The other board with our own counters, too: a category with two services, one with one, and one service that shares data. */
export const board: Board = { ...other, services: { ...other.services, counters: true } };
