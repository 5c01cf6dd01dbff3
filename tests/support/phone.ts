import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sentCookies } from '#tests/support/lookers.ts';
import type { VisitedBoard } from '#tests/support/visitor.ts';

/** Somebody with a small phone whose browser runs no script; signed in with a header `Cookie`. */
export async function onPhone(board: VisitedBoard, cookie = ''): Promise<Page> {
  const { page } = await board.visit({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  if (cookie !== '') await page.context().addCookies(sentCookies(cookie, board.origin));
  return page;
}

/** Presses a button of the page's own part, and finds that the page which answers is no wider than the phone. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name }).first().click();
  await fits(page);
}

/** Follows a link of the page's own part, likewise. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('link', { name }).first().click();
  await fits(page);
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await fits(page);
}

async function fits(page: Page): Promise<void> {
  await page.waitForLoadState();
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wide, `${page.url()} is wider than the phone`).toBeLessThanOrEqual(0);
}

/** The heading of the page. */
export async function heading(page: Page): Promise<string> {
  return ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').trim();
}

/** Opens the newest mail with that subject in the demonstration's mailbox and follows its link, with the button behind it. */
export async function followMail(page: Page, subject: RegExp): Promise<void> {
  await page.goto('/dev/mailbox');
  await page.getByRole('link', { name: subject }).first().click();
  await page.locator('pre a[href*="/open/"]').first().click();
  await press(page, 'Go on');
}
