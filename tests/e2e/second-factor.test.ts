import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { codeNow, secretOf } from '#tests/support/factors.ts';
import { sentCookies } from '#tests/support/lookers.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();

async function signInUntilStep(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
}

test('without script an app is added, its codes and recovery codes sign in, and it is removed', async () => {
  const account = await makeAccount(board.database.db);
  const { page, complaints } = await board.visit({ javaScriptEnabled: false });
  await page.context().addCookies(sentCookies(await signedIn(board, account), board.origin));
  await page.goto('/account/security');
  await page.getByRole('link', { name: 'Add an app' }).click();
  await press(page, 'Show the picture');
  const secret = secretOf(await page.locator('code.secret').textContent());
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await press(page, 'Add the app');
  await page.getByRole('alert').getByText('check that the clock').waitFor();
  expect(secretOf(await page.locator('code.secret').textContent())).toBe(secret);
  await page.getByLabel('Code', { exact: true }).fill(codeNow(secret));
  await press(page, 'Add the app');
  await page.getByRole('heading', { name: 'Your ten recovery codes' }).waitFor();
  const codes = await page.locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download them as text' }).click()]);
  for (const code of codes) expect(await readFile(await download.path(), 'utf8')).toContain(code);

  await signInUntilStep(page, account.email);
  await page.getByLabel('Code', { exact: true }).fill(codeNow(secret, 1));
  await press(page, 'Sign in');
  await page.waitForURL('**/account');
  await signInUntilStep(page, account.email);
  await page.getByText('A recovery code', { exact: true }).click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await press(page, 'Sign in with a recovery code');
  await page.waitForURL('**/account');
  await page.goto('/account/security');
  await page.getByText('9 codes are left of the ten.').waitFor();
  await page.getByRole('link', { name: 'Remove the app' }).click();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Remove it');
  await page.getByRole('link', { name: 'Add an app' }).waitFor();
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
});

test('without script a lost factor is said in the second step, confirmed by the link from the mail, and waits', async () => {
  const account = await makeAccount(board.database.db);
  const { page } = await board.visit({ javaScriptEnabled: false });
  await page.context().addCookies(sentCookies(await signedIn(board, account), board.origin));
  await page.goto('/account/security/app');
  await press(page, 'Show the picture');
  await page.getByLabel('Code', { exact: true }).fill(codeNow(secretOf(await page.locator('code.secret').textContent())));
  await press(page, 'Add the app');
  await signInUntilStep(page, account.email);
  await page.getByRole('link', { name: 'I have none of these any more' }).click();
  await press(page, 'Send the mail');
  await page.getByRole('heading', { level: 1, name: 'Look into your mailbox' }).waitFor();
  const mail = (await mailsTo(board, account.email)).findLast(({ kind }) => kind === 'lost-factor');
  await page.goto(`/open/lost-factor?token=${mail?.token}`);
  await page.locator('main').getByRole('button').click();
  await page.waitForURL('**/sign-in/lost-factor');
  await press(page, 'Begin the wait');
  await page.getByRole('heading', { level: 1, name: 'The wait has begun' }).waitFor();
  expect((await mailsTo(board, account.email)).at(-1)?.kind).toBe('lost-factor-waiting');
});
