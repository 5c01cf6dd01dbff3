import { expect, test } from 'vitest';
import { startBoard } from '#tests/support/start-board.ts';

test('a board that cannot reach its database says so to programs and people, and its log names the reference', async () => {
  const board = await startBoard();
  await board.database.close();
  const answer = await fetch(`${board.origin}/api/jobs?q=secretword`);
  expect(answer.status).toBe(503);
  const { error } = (await answer.json()) as { error: { code: string; reference: string } };
  expect(error.code).toBe('unavailable');
  expect(board.logs.filter((line) => line.includes(error.reference))).toHaveLength(1);
  const page = await fetch(`${board.origin}/jobs?q=secretword`);
  expect(page.status).toBeGreaterThanOrEqual(500);
  expect(await page.text()).toContain('<h1');
  expect((await fetch(`${board.origin}/healthz`)).status).toBe(503);
  expect((await fetch(`${board.origin}/`)).status).toBe(200);
  expect(board.logs.join('\n')).not.toContain('secretword');
  // The Worker stops; the database, which is closed already, may complain.
  await board.close().catch(() => {});
});
