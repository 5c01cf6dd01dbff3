import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { follow, followMail, heading, onPhone, open, press } from '#tests/support/phone.ts';
import { aJpeg, aPng, exif, jpegSegment } from '#tests/support/pictures.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

const PASSWORD = 'seven quiet herons over the lake';
const TEXT = 'You bake the bread that the town eats in the morning, with two colleagues, and you are home before it wakes up.';

let board: VisitedBoard;
let moderator: Page;
beforeAll(async () => {
  board = await visitedBoard();
  moderator = await onPhone(board, await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' })));
});
afterAll(() => board.close());

async function signUp(page: Page, email: string): Promise<void> {
  await open(page, '/sign-up');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('I look for people to work with').check();
  await page.getByLabel(/^I am at least/).check();
  await page.getByLabel('I accept the terms').check();
  await press(page, 'Sign up');
  await followMail(page, /^Confirm your address at/);
  await page.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
  await press(page, 'Confirm');
}

async function fillWork(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Field of work').selectOption({ index: 3 });
  await page.getByLabel('Description').fill(TEXT);
}

async function givePicture(page: Page, file: Uint8Array): Promise<void> {
  const picture = { name: 'bakery.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(file) };
  await page.getByLabel('Picture').setInputFiles(picture);
  await press(page, 'Use this picture');
}

const complaint = async (page: Page) => (await page.getByRole('alert').first().textContent()) ?? '';
const hrefOf = async (page: Page, name: string) =>
  new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '', board.origin);

/** The moderator finds a case by its title in the queue, and approves what it says. */
async function approve(title: string, says: string): Promise<void> {
  await open(moderator, '/moderate');
  await follow(moderator, title);
  expect(await moderator.locator('main').textContent()).toContain(says);
  await press(moderator, 'Approve');
  expect(await moderator.getByRole('status').first().textContent()).toContain('Approved.');
}

test('a new employer signs up, writes with a picture, is approved, shown, stopped, resumed and changed, on a phone without script', async () => {
  const page = await onPhone(board);
  await signUp(page, 'boss@bakery.example');
  await open(page, '/hire/employers/new');
  await page.getByLabel('Name', { exact: true }).fill('Morning Bakery');
  await press(page, 'Add this employer');
  expect(await page.getByRole('status').first().textContent()).toContain('Added.');

  await open(page, '/hire/new?kind=job');
  await page.getByLabel('For whom?').selectOption({ label: 'Morning Bakery' });
  await press(page, 'Begin to write');
  await fillWork(page, 'Baker for the early hours');
  await page.getByLabel('Part time').check();
  await press(page, 'Keep it all and add a picture');
  await givePicture(page, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  expect(await complaint(page)).toContain('picture');
  await givePicture(page, aPng({ width: 30_000, height: 30_000 }));
  expect(await complaint(page)).toContain('million');
  await givePicture(page, aJpeg({ more: [jpegSegment(0xe1, exif(1))] }));
  expect(await heading(page)).toBe('Look at it, then send it');
  await expect.poll(() => page.locator('article.ad img.picture').count()).toBe(1);
  expect(await page.locator('main').textContent()).toContain('The pay is not named yet');
  await expect.poll(() => page.getByRole('link', { name: /Name the pay/ }).count()).toBe(1);
  expect(await page.getByRole('link', { name: /Choose the currency|Choose what the amount is for/ }).count()).toBe(0);

  await follow(page, 'Change or remove the picture');
  await press(page, 'Remove the picture');
  expect(await page.locator('article.ad img.picture').count()).toBe(0);
  await follow(page, 'Add a picture');
  await givePicture(page, aJpeg({ more: [jpegSegment(0xe1, exif(1))] }));

  await follow(page, 'Where and when');
  await page.locator('[name=places]').first().fill('Malmö');
  await press(page, 'Keep and go on');
  await page.locator('[name=salaryMin]').fill('2500');
  await press(page, 'Keep and go on');
  await page.locator('[name=apply][value=contact]').check();
  await page.locator('[name=contactPhone]').fill('+46 40 123 45 67');
  await press(page, 'Keep and look at it');
  await press(page, 'Send it to a moderator');
  await expect.poll(() => page.getByRole('heading', { name: 'How it stands: With a moderator' }).count()).toBe(1);
  const desk = new URL(page.url()).pathname;

  await approve('Baker for the early hours', 'You bake the bread');
  await open(page, desk);
  const ad = (await hrefOf(page, 'Look at it as everybody does')).pathname;
  const reader = await onPhone(board);
  await open(reader, ad);
  expect(await heading(reader)).toBe('Baker for the early hours');
  expect(await reader.content()).not.toContain('123 45 67');
  const src = (await reader.getByRole('img', { name: 'Picture from Morning Bakery' }).getAttribute('src')) ?? '';
  const file = Buffer.from(await (await fetch(board.origin + src)).arrayBuffer()).toString('latin1');
  expect([file.length > 0, /GPS|Camera/.test(file)]).toEqual([true, false]);
  await press(reader, 'Show contact');
  expect(await reader.getByRole('link', { name: /123 45 67/ }).getAttribute('href')).toMatch(/^tel:/);

  await open(page, desk);
  await press(page, 'Stop it');
  expect((await fetch(board.origin + ad)).status).toBe(410);
  await press(page, 'Resume it');
  expect((await fetch(board.origin + ad)).status).toBe(200);

  await follow(page, 'Change it');
  await page.getByLabel('Title').fill('Baker for the late hours');
  await press(page, 'Keep the draft');
  await open(page, `${desk}/preview`);
  await press(page, 'Send it to a moderator');
  await open(reader, ad);
  expect(await heading(reader)).toBe('Baker for the early hours');
  await approve('Baker for the late hours', 'What changed');
  await open(page, desk);
  await open(reader, (await hrefOf(page, 'Look at it as everybody does')).pathname);
  expect(await heading(reader)).toBe('Baker for the late hours');
});

test('somebody who looks for work offers their own, on a phone without script', async () => {
  const page = await onPhone(board, await signedIn(board, await makeAccount(board.database.db)));
  await open(page, '/hire/new');
  await page.getByLabel('A self-employment advert').check();
  await press(page, 'Begin to write');
  await fillWork(page, 'Bread courses at home');
  await press(page, 'Keep and go on');
  await page.locator('[name=areaServed]').fill('Malmö and around');
  await page.locator('[name=availability]').fill('Saturdays');
  await page.locator('[name=places]').first().fill('Malmö');
  await press(page, 'Keep and go on');
  await page.locator('[name=priceMin]').fill('60');
  await press(page, 'Keep and go on');
  await page.locator('[name=gigBy][value=person]').check();
  await page.locator('[name=apply][value=relay]').check();
  await page.locator('[name=contactMail]').fill('courses@bread.example');
  await page.locator('[name=offeredByName]').fill('Ada Ek');
  await press(page, 'Keep and look at it');
  await press(page, 'Send it to a moderator');
  const desk = new URL(page.url()).pathname;
  await approve('Bread courses at home', 'through the form of this board');
  await open(page, desk);
  const { pathname } = await hrefOf(page, 'Look at it as everybody does');
  const reader = await onPhone(board);
  await open(reader, pathname);
  expect([await heading(reader), (await reader.content()).includes('courses@bread.example')]).toEqual(['Bread courses at home', false]);
  expect(await reader.locator('main').textContent()).toContain('Saturdays');
});
