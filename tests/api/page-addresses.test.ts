import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

test.each(['/500', '/nowhere', '/jobs/nothing', '/employers/nobody'])(
  '%s is no page: nothing is there, and nothing has failed',
  async (path) => {
    const response = await fetch(`${board.origin}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is nothing at this address');
  },
);
