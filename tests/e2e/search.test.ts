import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, type Visitor, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function onSearch(path = '/jobs'): Promise<Visitor> {
  const visitor = await board.visit();
  await visitor.page.goto(path);
  return visitor;
}

test('results, count and address follow typing', async () => {
  const { page, complaints } = await onSearch();
  await page.getByLabel('What').pressSequentially('nurse');
  await page.waitForURL('**/jobs?q=nurse');
  await page.getByRole('heading', { level: 1, name: /for nurse/ }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('Registered nurse');
  expect(await page.title()).toBe('Jobs for nurse · Keepword');
  expect(complaints).toEqual([]);
});

test('what was found is announced', async () => {
  const { page } = await onSearch();
  await page.getByLabel('What').fill('nurse');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ jobs? for nurse$/ })
    .waitFor({ state: 'attached' });
});

test('the field keeps what is being typed while answers arrive', async () => {
  const { page } = await onSearch();
  await page.getByLabel('What').pressSequentially('engineer', { delay: 60 });
  await page.getByRole('heading', { level: 1, name: /for engineer$/ }).waitFor();
  expect(await page.getByLabel('What').inputValue()).toBe('engineer');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
});

test('the instant results are those that the page itself shows', async () => {
  const { page } = await onSearch();
  await page.getByLabel('What').fill('engineer');
  await page.getByRole('checkbox', { name: /^Full time/ }).check();
  await page.waitForURL('**/jobs?q=engineer&type=full-time');
  await page.getByRole('link', { name: 'Remove filter: Full time' }).waitFor();
  const instant = await page.locator('#results').textContent();
  await page.reload();
  expect(await page.locator('#results').textContent()).toBe(instant);
});

test('a filter chosen by keyboard keeps the keyboard where it was', async () => {
  const { page } = await onSearch('/jobs?q=engineer');
  const choice = page.getByRole('checkbox', { name: /^Full time/ });
  await choice.focus();
  await page.keyboard.press('Space');
  await page.waitForURL('**type=full-time');
  await page.getByRole('link', { name: 'Remove filter: Full time' }).waitFor();
  expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the back button takes the last filter away, forward brings it again', async () => {
  const { page } = await onSearch('/jobs?q=engineer');
  const choice = page.getByRole('checkbox', { name: /^Full time/ });
  const chip = page.getByRole('link', { name: 'Remove filter: Full time' });
  await choice.check();
  await chip.waitFor();
  await page.goBack();
  await chip.waitFor({ state: 'detached' });
  expect(await choice.isChecked()).toBe(false);
  await page.goForward();
  await chip.waitFor();
  expect(await choice.isChecked()).toBe(true);
});

test('on a small screen the filters close over what they found', async () => {
  const { page } = await board.visit({ viewport: { width: 360, height: 760 } });
  await page.goto('/jobs?q=engineer');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^Full time/ }).check();
  await page.getByRole('button', { name: 'Show jobs' }).click();
  await page.getByText('Filters · 1').waitFor();
  expect(await page.getByRole('checkbox', { name: /^Full time/ }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => heading === document.activeElement)).toBe(true);
});

test('typing does not fill the history', async () => {
  const { page } = await onSearch('/');
  await page.goto('/jobs');
  await page.getByLabel('What').pressSequentially('nurse', { delay: 200 });
  await page.getByRole('heading', { level: 1, name: /for nurse$/ }).waitFor();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('a chip takes its filter away and hands the keyboard to the result', async () => {
  const { page } = await onSearch('/jobs?q=engineer&type=full-time&posted=30d');
  await page.getByRole('link', { name: 'Remove filter: Full time' }).press('Enter');
  await page.waitForURL('**/jobs?q=engineer&posted=30d');
  await page.getByRole('link', { name: 'Remove filter: Full time' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('checkbox', { name: /^Full time/ }).isChecked()).toBe(false);
});

test('a typing mistake finds the jobs meant, says so, and offers the words as typed', async () => {
  const { page } = await onSearch();
  await page.getByLabel('What').fill('nurze');
  await page.getByText('Nothing matches “nurze”').waitFor();
  await page.getByRole('link', { name: 'Search for exactly “nurze”' }).click();
  await page.getByText('Nothing matches all of this').waitFor();
  expect(await page.getByLabel('What').inputValue()).toBe('"nurze"');
});

test('when nothing matches, each thing to loosen is a link that finds something', async () => {
  const { page } = await onSearch('/jobs?q=nurse&type=volunteer&category=technology');
  await page.getByRole('link', { name: 'Leave out “Volunteer”' }).waitFor();
  await page.getByRole('link', { name: 'Show every open job' }).click();
  await page.getByRole('heading', { level: 1, name: /^[1-9]\d+ jobs/ }).waitFor();
  await expect.poll(() => page.locator('.jobs > li').count()).toBe(20);
});

test('when the server cannot be reached, the page says so and keeps what it shows', async () => {
  const { page } = await onSearch('/jobs?q=nurse');
  await page.route('**/api/jobs?*', (route) => route.abort());
  await page.getByLabel('What').fill('nurses');
  await page.getByRole('status').filter({ hasText: 'The search did not answer' }).waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('.jobs > li').count()).toBeGreaterThan(0);
});

test('what the API refuses is explained by the page', async () => {
  const { page } = await onSearch();
  await page.getByLabel('Where').fill('Xyzzyville');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('No place that we know is called “Xyzzyville”').waitFor();
  expect(await page.getByLabel('Where').inputValue()).toBe('Xyzzyville');
});

test('searching leaves nothing in the browser', proves('search-forgets'), async () => {
  const { page, complaints } = await onSearch();
  await page.getByLabel('What').fill('nurse');
  await page.getByRole('heading', { level: 1, name: /for nurse$/ }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(complaints).toEqual([]);
});
