import { afterAll, beforeAll, expect, test } from 'vitest';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function begun(kind: 'job' | 'gig') {
  const visitor = await board.visit();
  await visitor.page.goto(`/hire/new?kind=${kind}`);
  await visitor.page.getByRole('button', { name: 'Begin to write' }).click();
  await visitor.page.waitForURL(/\/edit$/);
  return visitor;
}

test('a draft is kept while it is written, and is there in another window of that browser', async () => {
  const { page, complaints } = await begun('job');
  await page.getByLabel('Title').fill('WAITRESS WANTED');
  await page.getByLabel('Part time').check();
  await page.getByText(/^Kept at \d/).waitFor();
  await page.getByText('“WAITRESS” speaks of one gender. “server” means everybody.').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  expect(await other.getByLabel('Title').inputValue()).toBe('WAITRESS WANTED');
  expect(await other.getByLabel('Part time').isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});

test('the text is shown as it will look, without the contacts in it', async () => {
  const { page, complaints } = await begun('job');
  await page.getByRole('textbox', { name: 'Description' }).fill('## What we look for\n\nWrite to **anna**@example.com');
  await page.getByRole('button', { name: 'Show how it looks' }).click();
  const shown = page.getByRole('region', { name: 'How the description looks' });
  await shown.getByRole('heading', { name: 'What we look for' }).waitFor();
  expect(await shown.textContent()).toContain('[show contact]');
  expect(await shown.textContent()).not.toContain('anna');
  expect(complaints).toEqual([]);
});

test('places are chosen from suggestions, as many as there are', async () => {
  const { page, complaints } = await begun('gig');
  await page.goto(`${page.url()}?part=where`);
  await page.getByLabel('Place 1').pressSequentially('malm');
  await page.getByRole('option', { name: 'Malmö' }).first().click();
  await page.getByRole('button', { name: 'Another place' }).click();
  await page.getByLabel('Place 2').pressSequentially('lund');
  await page.getByRole('option', { name: /^Lund, Sk/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keep the draft' }).click();
  await page.waitForURL(/kept/);
  expect(await page.getByLabel('Place 1').inputValue()).toBe('Malmö, Skåne, Sweden');
  expect(await page.getByLabel('Place 2').inputValue()).toBe('Lund, Skåne, Sweden');
  expect(complaints).toEqual([]);
});

test('what two windows write is not lost in silence', async () => {
  const { page } = await begun('job');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Title').fill('Baker');
  await other.getByText(/^Kept at \d/).waitFor();
  await page.getByLabel('Title').fill('Pastry cook');
  await page.getByText('Not kept: this draft was changed elsewhere.').waitFor();
  await page.getByRole('button', { name: 'Keep the draft' }).click();
  await page.getByText('This draft was changed elsewhere since you opened this page').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Pastry cook');
});

test('nothing typed is lost by whoever looks at another part at once, or leaves by a link of the frame', async () => {
  const { page, complaints } = await begun('job');
  const edit = page.url();
  await page.getByLabel('Title').fill('Baker');
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.waitForURL(/part=pay/);
  await page.getByRole('button', { name: 'Back to “Where and when”' }).click();
  await page.waitForURL(/part=where/);
  await page.goto(edit);
  expect(await page.getByLabel('Title').inputValue()).toBe('Baker');
  await page.getByLabel('Title').fill('Baker for the early hours');
  await page.getByRole('link', { name: 'Promises', exact: true }).first().click();
  await page.waitForURL(/promises/);
  await expect
    .poll(async () => {
      await page.goto(edit);
      return page.getByLabel('Title').inputValue();
    })
    .toBe('Baker for the early hours');
  expect(complaints).toEqual([]);
});
