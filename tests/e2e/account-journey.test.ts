import { readFile } from 'node:fs/promises';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { generateHOTP } from '@oslojs/otp';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const FIRST = 'seven quiet herons over the lake';
const SECOND = 'nine loud geese under the bridge';

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

/** Opens the newest mail with that subject in the demonstration's mailbox, follows the one link in it that goes on, and presses its button. */
async function followMail(page: Page, subject: RegExp): Promise<void> {
  await openMail(page, subject);
  await page.locator('pre a[href*="/open/"]').first().click();
  await press(page, 'Go on');
}

async function openMail(page: Page, subject: RegExp): Promise<void> {
  await page.goto('/dev/mailbox');
  await page.getByRole('link', { name: subject }).first().click();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-out');
}

/** Where proof is asked for again, gives it. */
async function prove(page: Page, password: string, code?: string): Promise<void> {
  if (!page.url().includes('/account/prove')) return;
  await page.getByLabel('Password', { exact: true }).fill(password);
  if (code !== undefined) await page.getByLabel(/^Code/).fill(code);
  await press(page, 'Go on');
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(FIRST);
  await page.getByLabel('I look for work').check();
  await page.getByLabel(/^I am at least/).check();
  await page.getByLabel('I accept the terms').check();
  await press(page, 'Sign up');
  expect(await heading(page)).toBe('Look into your mail');
  await followMail(page, /^Confirm your address at/);
  await page.getByLabel('Password', { exact: true }).first().fill(FIRST);
  await press(page, 'Confirm');
  await page.waitForURL('**/account');
}

async function recover(page: Page, email: string): Promise<void> {
  await page.goto('/forgot');
  await page.getByLabel('E-mail address').fill(email);
  await press(page, 'Send the mail');
  await followMail(page, /^Set a new password for/);
  await page.getByLabel('New password', { exact: true }).fill(SECOND);
  await press(page, 'Set the password');
  expect(page.url()).toContain('/sign-in');
  await signIn(page, email, FIRST);
  expect(await page.getByRole('alert').textContent()).toContain('do not belong together');
  await signIn(page, email, SECOND);
  await page.waitForURL('**/account');
}

async function changeAddressAndBack(page: Page, { email, other }: { readonly email: string; readonly other: string }): Promise<void> {
  await page.goto('/account/address');
  await prove(page, SECOND);
  await page.getByLabel('New address').fill(other);
  await page.locator('main form.form button[type=submit]').click();
  await followMail(page, /^Confirm your new address/);
  await page.locator('main form.form button[type=submit]').click();
  await page.goto('/account');
  expect(await page.locator('main').textContent()).toContain(other);
  await followMail(page, /^The address of your account/);
  await page.locator('main form.form button[type=submit]').click();
  await signIn(page, email, SECOND);
  await page.waitForURL('**/account');
  expect(await page.locator('main').textContent()).toContain(email);
}

/** Adds an app, signs in with its next code, and answers how its codes are made. */
async function addApp(page: Page, email: string): Promise<(later: number) => string> {
  await page.goto('/account/security/app');
  await press(page, 'Show the picture');
  await prove(page, SECOND);
  const secret = (await page.locator('code.secret').textContent()) ?? '';
  const key = decodeBase32IgnorePadding(secret.replaceAll(' ', ''));
  const codeOf = (later: number) => generateHOTP(key, BigInt(Math.floor(Date.now() / 30_000) + later), 6);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(-1));
  await press(page, 'Add the app');
  await expect.poll(() => page.locator('ol.codes li').count()).toBe(10);
  await signOut(page);
  await signIn(page, email, SECOND);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(0));
  await press(page, 'Sign in');
  await page.waitForURL('**/account');
  return codeOf;
}

async function takeCopy(page: Page): Promise<void> {
  await page.goto('/account/privacy/copy');
  await press(page, 'Make a copy');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, /^Download the copy/)]);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files).some((name) => name.endsWith('.json'))).toBe(true);
  expect(Object.keys(files).some((name) => name.endsWith('.html'))).toBe(true);
}

async function freezeAndThaw(page: Page): Promise<void> {
  await page.goto('/account/privacy/restrict');
  await page.locator('main form.form button[type=submit]').click();
  await page.goto('/account');
  expect(await page.locator('main').textContent()).toContain('Your account is frozen');
  await page.goto('/account/privacy/restrict');
  await page.locator('main form.form button[type=submit]').click();
  await page.goto('/account');
  expect(await page.locator('main').textContent()).not.toContain('Your account is frozen');
}

async function leave(page: Page, email: string): Promise<void> {
  await page.goto('/account/privacy/delete');
  await page.getByLabel(/password/i).fill(SECOND);
  await page.locator('main form.form button[type=submit]').last().click();
  await page.waitForURL('**/account/closed');
  await board.tick();
  await openMail(page, /was deleted$/);
  expect(await page.locator('pre').textContent()).toContain('receipt');
  await signIn(page, email, SECOND);
  expect(await page.getByRole('alert').textContent()).toContain('do not belong together');
}

test.each([
  { how: 'without JavaScript', javaScriptEnabled: false },
  { how: 'with JavaScript', javaScriptEnabled: true },
])('somebody comes, uses everything that an account has, and leaves no trace, $how', async ({ javaScriptEnabled }) => {
  const { page, complaints } = await board.visit({ javaScriptEnabled, acceptDownloads: true });
  const name = javaScriptEnabled ? 'kim' : 'sam';
  const [email, other] = [`${name}@mail.example`, `${name}.new@mail.example`];
  await signUp(page, email);
  await signOut(page);
  await signIn(page, email, FIRST);
  await page.waitForURL('**/account');
  await recover(page, email);
  await changeAddressAndBack(page, { email, other });
  await addApp(page, email);
  await takeCopy(page);
  await freezeAndThaw(page);
  await leave(page, email);
  expect(complaints).toEqual([]);
});
