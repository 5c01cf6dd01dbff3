import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const cookieNames = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).toSorted();
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();

test(
  'without script one is led to the form, chooses there, and comes back to where one was',
  proves('without-script-nothing-optional'),
  async () => {
    const { page, complaints } = await board.visit({ javaScriptEnabled: false });
    await page.goto('/jobs?q=nurse');
    await page.getByRole('link', { name: 'Cookie choices' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Cookie choices' }).waitFor();
    expect(await cookieNames(page)).toEqual([]);
    await press(page, 'Accept all');
    await page.waitForURL('**/jobs?q=nurse');
    expect(await cookieNames(page)).toEqual(['consent', 'consent-secret']);
    expect(complaints).toEqual([]);
  },
);

test(
  'a yes by the form is shown with its record, can be downloaded, and is taken back by one button',
  proves('own-record', 'withdraw-as-easy'),
  async () => {
    const { page } = await board.visit({ javaScriptEnabled: false });
    await page.goto('/cookies/choices');
    await page.getByRole('group', { name: 'Our own counters' }).getByLabel('Yes').check();
    await press(page, 'Save these choices');
    await page.getByRole('status').getByText('Your choice is saved').waitFor();
    expect(await page.getByRole('group', { name: 'Our own counters' }).getByLabel('Yes').isChecked()).toBe(true);
    const reference = await page.locator('dt', { hasText: 'Reference' }).locator('xpath=following-sibling::dd').textContent();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as a file (JSON)' }).click(),
    ]);
    const record = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(record.records[0].reference).toBe(reference);
    await press(page, 'Reject all');
    await page.getByRole('heading', { name: 'you took your yes back' }).waitFor();
    expect(await page.getByRole('group', { name: 'Our own counters' }).getByLabel('No').isChecked()).toBe(true);
  },
);

test('the three buttons are of one size and look alike', proves('three-equal-buttons'), async () => {
  for (const width of [360, 1280]) {
    const { page } = await board.visit({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    await page.goto('/cookies/choices');
    const looks = await page.locator('.choice-buttons .button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
        const { width, height } = button.getBoundingClientRect();
        return JSON.stringify({
          color,
          backgroundColor,
          borderColor,
          fontSize,
          fontWeight,
          width: Math.round(width),
          height: Math.round(height),
        });
      }),
    );
    expect(looks).toHaveLength(3);
    expect(new Set(looks).size).toBe(1);
  }
});

test('nothing keeps anybody from using the page in any of its states', async () => {
  const { page } = await board.visit();
  await page.goto('/cookies/choices');
  await press(page, 'Accept all');
  await page.getByRole('status').getByText('Your choice is saved').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.locator('input[name="notice"]').evaluate((input) => input.setAttribute('value', '0'.repeat(64)));
  await press(page, 'Save these choices');
  await page.getByRole('alert').getByText('This board never showed such a notice.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.context().clearCookies();
  await page.goto('/cookies/choices?done&back=%2Fjobs');
  await page.getByRole('alert').getByText('Your browser did not keep your choice').waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
