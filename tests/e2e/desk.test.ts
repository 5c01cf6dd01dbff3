import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { sentCookies } from '#tests/support/lookers.ts';
import { ASKED_AD, POSTED_AD, postedAds } from '#tests/support/posted-ads.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
let owner: TestAccount;
beforeAll(async () => {
  board = await visitedBoard();
  owner = await postedAds(board.database.db);
});
afterAll(() => board.close());

async function onPhone(): Promise<Page> {
  const { page } = await board.visit({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  await page.context().addCookies(sentCookies(await signedIn(board, owner), board.origin));
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const state = (page: Page) => page.getByRole('heading', { name: /^How it stands/ }).textContent();

test('the desk says first what waits for its person, then what ends soon, then the rest', async () => {
  const page = await onPhone();
  await page.goto('/jobs');
  await page.getByRole('link', { name: 'Your ads' }).click();
  await page.waitForLoadState();
  const groups = await page.locator('main section > h2').allTextContents();
  expect(groups.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    'Waits for you 2',
    'Ends within 14 days 1',
    'Public 1',
    'Drafts 1',
    'Over 2',
    'How your ads are read',
  ]);
});

test('a moderator’s question is answered where the post is', async () => {
  const page = await onPhone();
  await page.goto(`/hire/posts/${ASKED_AD}`);
  await press(page, 'Send the answer');
  expect(await page.getByLabel('Your answer').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Your answer').fill('No. We change the title.');
  await press(page, 'Send the answer');
  await expect.poll(() => page.getByText('You have answered.').count()).toBe(1);
});

test('its author stops and resumes an ad at once, without script', proves('stop-it-yourself'), async () => {
  const page = await onPhone();
  const isPublic = async () => (await fetch(`${board.origin}/api/jobs/${POSTED_AD}`)).status;
  await page.goto(`/hire/posts/${POSTED_AD}`);
  await press(page, 'Stop it');
  expect([await state(page), await isPublic()]).toEqual(['How it stands: Stopped', 410]);
  await press(page, 'Resume it');
  expect([await state(page), await isPublic()]).toEqual(['How it stands: Public', 200]);
});

test(
  'counts stand in a chart and a table, and small ones are told apart from none nowhere',
  proves('views-counted-without-you'),
  async () => {
    const page = await onPhone();
    await page.goto(`/hire/posts/${POSTED_AD}`);
    await expect.poll(() => page.getByRole('img', { name: /How often the ad was opened/ }).count()).toBe(1);
    await page.getByText('Day by day', { exact: true }).click();
    const cells = await page.locator('table.counts tbody td').allTextContents();
    expect(cells).toContain('66');
    expect(cells.filter((text) => /^\d$/.test(text))).toEqual([]);
    expect(cells).toContain('fewer than 10');
  },
);

test('deleting asks once more, and leads back to the desk', async () => {
  const page = await onPhone();
  await page.goto('/hire');
  await page.getByRole('link', { name: 'Helper in the kitchen, draft' }).click();
  await page.getByRole('link', { name: 'Delete it' }).click();
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Delete it' }).click();
  await press(page, 'Delete it for good');
  expect(await page.getByRole('status').textContent()).toContain('deleted');
  expect(await page.getByRole('link', { name: 'Helper in the kitchen, draft' }).count()).toBe(0);
});
