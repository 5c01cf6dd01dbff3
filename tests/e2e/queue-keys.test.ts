import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { sentCookies } from '#tests/support/lookers.ts';
import { newContent } from '#tests/support/moderation.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
let cookie: string;
beforeAll(async () => {
  board = await visitedBoard();
  const { db } = board.database;
  const employer = await makeEmployer(db);
  const now = Date.now();
  for (const [age, title] of ['First nurse', 'Second nurse', 'Third nurse'].entries())
    await makePost(db, { employer, content: newContent({ title }), state: 'submitted', now: now - 60_000 + age });
  cookie = await signedIn(board, await makeAccount(db, { role: 'moderator' }));
});
afterAll(() => board.close());

async function queue() {
  const { page } = await board.visit({ viewport: { width: 1280, height: 800 } });
  await page.context().addCookies(sentCookies(cookie, board.origin));
  await page.goto('/moderate');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  return { page, focused };
}

test('in the queue j and k go down and up from the start, and Enter opens the ad', async () => {
  const { page, focused } = await queue();
  await expect.poll(focused).toContain('First nurse');
  await page.keyboard.press('j');
  expect(await focused()).toContain('Second nurse');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toContain('Third nurse');
  await page.keyboard.press('k');
  expect(await focused()).toContain('Second nurse');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/moderate\/cases\//);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('Second nurse');
});

test('outside the list the letters do nothing', async () => {
  const { page, focused } = await queue();
  await expect.poll(focused).toContain('First nurse');
  await page.getByRole('navigation', { name: 'Kinds of cases' }).getByRole('link').first().focus();
  const before = await focused();
  await page.keyboard.press('j');
  expect(await focused()).toBe(before);
});
