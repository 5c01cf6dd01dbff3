import { afterAll, beforeAll, expect, test } from 'vitest';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function typing(words: string, path = '/jobs') {
  const { page } = await board.visit();
  await page.goto(path);
  const field = page.getByRole('combobox', { name: 'Where' });
  await field.pressSequentially(words);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  return { page, field };
}

test('places are offered while one types and chosen by keyboard', async () => {
  const { page, field } = await typing('bronx');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('listbox').getByRole('option', { selected: true });
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  const label = await option.textContent();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /The Bronx/ }).waitFor();
  expect(label).toBe('The Bronx, New York, United States');
  expect(await field.inputValue()).toBe(label);
  expect(page.url()).toContain('place=5110266');
});

test('a place is chosen by finger', async () => {
  const { page } = await typing('visby');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('heading', { level: 1, name: /Visby/ }).waitFor();
  expect(await page.getByRole('listbox').getByRole('option').count()).toBe(0);
});

test('Escape closes the list and keeps what was typed', async () => {
  const { page, field } = await typing('bronx');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('listbox').getByRole('option').count()).toBe(0);
  expect(await field.inputValue()).toBe('bronx');
});

test('the arrows run round through the field', async () => {
  const { page, field } = await typing('bronx');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('listbox').getByRole('option').last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
});

test('the first page offers places too, and sends the one chosen', async () => {
  const { page } = await typing('bronx', '/');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/\/jobs\?.*place=5110266/);
  expect(await page.getByLabel('Where').inputValue()).toBe('The Bronx, New York, United States');
});

test('a chosen place survives the next word', async () => {
  const { page } = await typing('bronx');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /The Bronx/ }).waitFor();
  await page.getByLabel('What').fill('nurse');
  await page.waitForURL(/q=nurse&place=5110266/);
});

test('the word remote is a place', async () => {
  const { page } = await board.visit();
  await page.goto('/jobs');
  await page.getByLabel('Where').fill('remote');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Remove filter: Remote' }).waitFor();
  expect(await page.getByLabel('Where').inputValue()).toBe('');
});
