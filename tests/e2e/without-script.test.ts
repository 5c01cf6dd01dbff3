import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function plainPage(path: string) {
  const { page } = await board.visit({ javaScriptEnabled: false });
  await page.goto(path);
  return page;
}

test('the first page searches', proves('no-account-needed'), async () => {
  const page = await plainPage('/');
  await page.getByLabel('What').fill('nurse');
  await page.getByLabel('Where').fill('The Bronx');
  await page.getByLabel('Within').selectOption('10');
  await page.getByRole('button', { name: 'Search' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^\d jobs? for nurse within 10 km of The Bronx/);
});

test('several filters are chosen and shown by one button, and keep the words', async () => {
  const page = await plainPage('/jobs?q=engineer&sort=newest');
  await page.getByRole('checkbox', { name: /^Full time/ }).check();
  await page.getByRole('radio', { name: /^Last 30 days/ }).check();
  await page.getByRole('button', { name: 'Show jobs' }).click();
  const search = new URL(page.url()).searchParams;
  expect([search.get('q'), search.get('type'), search.get('posted'), search.get('sort')]).toEqual([
    'engineer',
    'full-time',
    '30d',
    'newest',
  ]);
  expect(await page.getByRole('link', { name: 'Newest' }).getAttribute('aria-current')).toBe('true');
});

test('a chip takes one filter away', async () => {
  const page = await plainPage('/jobs?q=engineer&type=full-time&type=part-time');
  await page.getByRole('link', { name: 'Remove filter: Full time' }).click();
  expect(new URL(page.url()).search).toBe('?q=engineer&type=part-time');
});

test('pages turn', async () => {
  const page = await plainPage('/jobs');
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect.poll(() => page.getByText(/Page 2 of/).count()).toBe(1);
  await page.getByRole('link', { name: 'Previous page' }).click();
  expect(new URL(page.url()).search).toBe('');
});

test('on a small screen the filters open by their button', async () => {
  const { page } = await board.visit({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  await page.goto('/jobs?type=full-time');
  const choice = page.getByRole('checkbox', { name: /^Part time/ });
  expect(await choice.isVisible()).toBe(false);
  await page.getByText('Filters · 1').click();
  await expect.poll(() => choice.isVisible()).toBe(true);
});

test('an ad leads back to the search that it was found by', async () => {
  const page = await plainPage('/jobs?q=nurse');
  await page.getByRole('link', { name: /Registered nurse/ }).click();
  await page.getByRole('link', { name: /Jobs for nurse/ }).click();
  expect(new URL(page.url()).search).toBe('?q=nurse');
});

test('the way back names the place that was chosen, which the address holds as an id', async () => {
  const page = await plainPage('/jobs?place=5110266');
  await page.getByRole('link', { name: /Registered nurse/ }).click();
  await page.getByRole('link', { name: 'Jobs in The Bronx' }).click();
  expect(new URL(page.url()).search).toBe('?place=5110266');
});

test('a search of several words that finds nothing offers each of them without the other', async () => {
  const page = await plainPage('/jobs?q=nurse+xyzzyxyzzy');
  await page.getByRole('link', { name: 'Leave out “xyzzyxyzzy”' }).click();
  expect(new URL(page.url()).search).toBe('?q=nurse');
});

test('remote among the words that find nothing is offered as a place', async () => {
  const page = await plainPage('/jobs?q=remote+platform+conservator');
  await page.getByRole('link', { name: 'Look for “platform conservator” among the remote jobs' }).click();
  expect(new URL(page.url()).searchParams.get('place') ?? new URL(page.url()).searchParams.get('remote')).toBeTruthy();
});

test('nearest first without a town says what it needs', async () => {
  const page = await plainPage('/jobs?sort=distance');
  await page.getByText('Nearest first needs a town to measure from').waitFor();
});
