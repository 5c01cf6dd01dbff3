import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { follow, followMail, heading, onPhone, open, press } from '#tests/support/phone.ts';
import { aPost, makeEmployer, makePost } from '#tests/support/posts.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

const TITLE = 'Parcel courier from home';

let board: VisitedBoard;
let ad: string;
let author: Page;
let first: Page;
let second: Page;
beforeAll(async () => {
  board = await visitedBoard();
  const { db } = board.database;
  const employer = await makeEmployer(db, { name: 'Quick Parcels' });
  const { id } = await makePost(db, { state: 'published', employer, content: aPost({ title: TITLE }) });
  ad = `/jobs/x-${id}`;
  author = await onPhone(board, await signedIn(board, employer.owner));
  first = await onPhone(board, await signedIn(board, await makeAccount(db, { role: 'moderator' })));
  second = await onPhone(board, await signedIn(board, await makeAccount(db, { role: 'moderator' })));
});
afterAll(() => board.close());

const isPublic = async () => (await fetch(board.origin + ad)).status === 200;
const words = (page: Page) => page.locator('main').textContent();

const decision = (page: Page) => page.getByRole('form', { name: 'Decide' });

test('a report is received, decided, told to both, objected to and decided by another, on a phone without script', async () => {
  const reporter = await onPhone(board);
  await open(reporter, ad);
  await follow(reporter, 'Report this ad');
  await press(reporter, 'Send the report');
  await expect.poll(() => reporter.getByRole('alert').getByRole('link').count()).toBeGreaterThan(2);
  await reporter.getByLabel(/^It asks for money/).check();
  await reporter.getByLabel('What is it, and where does it stand?').fill('It asks for 50 EUR for a bag before the first day.');
  await reporter.getByLabel('Name', { exact: true }).fill('Kim Reporter');
  await reporter.getByLabel('E-mail address').fill('kim@reporters.example');
  await reporter.getByLabel(/^I believe in good faith/).check();
  await press(reporter, 'Send the report');
  expect([await heading(reporter), await isPublic()]).toEqual(['Your report is here', true]);
  await followMail(reporter, /report/i);
  expect(await words(reporter)).toContain('A person will look at it');

  await open(first, '/moderate');
  await follow(first, TITLE);
  expect(await words(first)).not.toContain('Kim Reporter');
  await decision(first).getByLabel('The report is right: remove the ad').check();
  await decision(first).getByLabel('Which rule?').selectOption('free-to-apply');
  await decision(first).getByLabel('Why', { exact: true }).fill('It asks for money before there is any work.');
  await decision(first).getByLabel('Answer to whoever reported').fill('You are right. Nobody may ask for money.');
  await press(first, 'Decide');
  expect(await isPublic()).toBe(false);

  await reporter.reload();
  expect(await heading(reporter)).toBe('This link opens nothing');
  await followMail(reporter, /report/i);
  expect(await words(reporter)).toContain('You were right: the ad is no longer public.');
  expect(await words(reporter)).toContain('Nobody may ask for money.');

  await open(author, '/decisions');
  await follow(author, TITLE);
  expect(await words(author)).toContain('It asks for money before there is any work.');
  expect(await words(author)).not.toMatch(/Kim|reporters\.example/);
  await press(author, 'Object');
  await expect.poll(() => author.getByRole('alert').count()).toBe(1);
  await author.getByLabel('Why is it wrong?').fill('The bag is lent for nothing. The 50 EUR stand in another ad.');
  await press(author, 'Object');
  expect(await words(author)).toContain('Your objection is here.');

  await open(second, '/moderate');
  await follow(second, TITLE);
  expect(await words(second)).toContain('The bag is lent for nothing.');
  await decision(second).getByLabel('They are right').check();
  await decision(second).getByLabel('Answer').fill('Read again: the ad asks for nothing. It is public.');
  await press(second, 'Decide');
  expect(await isPublic()).toBe(true);
  await open(author, '/decisions');
  await follow(author, TITLE);
  expect(await words(author)).toContain('You objected, and were right.');
});
