import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { sentCookies } from '#tests/support/lookers.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();

interface Device {
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

/** A device that asks its person for PIN, finger or face, until it is told not to. */
async function withDevice(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  return { cdp, ...(await cdp.send('WebAuthn.addVirtualAuthenticator', { options })) };
}

async function signIn(page: Page, account: TestAccount, session: Parameters<typeof signedIn>[2] = {}): Promise<void> {
  await page.context().addCookies(sentCookies(await signedIn(board, account, session), board.origin));
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account/security/passkeys');
  await page.getByLabel('Name', { exact: true }).last().fill(name);
  await press(page, 'Make a passkey');
}

/** Somebody with a passkey on the device of this page, signed in. */
async function somebody() {
  const account = await makeAccount(board.database.db);
  const { page, complaints } = await board.visit();
  const device = await withDevice(page);
  await signIn(page, account);
  await addPasskey(page, 'Laptop');
  await page.getByRole('heading', { name: 'Your ten recovery codes' }).waitFor();
  return { account, page, complaints, device };
}

async function forgetSession(page: Page): Promise<void> {
  await page.context().clearCookies();
}

test('a passkey is made, shown with its name, and signs in without address and password', async () => {
  const { page, complaints } = await somebody();
  await expect.poll(() => page.locator('.codes code').count()).toBe(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByText('1 passkey: Laptop.').waitFor();
  await forgetSession(page);
  await page.goto('/sign-in?back=/account/security');
  await press(page, 'Sign in with a passkey');
  await page.waitForURL('**/account/security');
  await page.getByText('1 passkey: Laptop.').waitFor();
  expect(complaints).toEqual([]);
});

test('it is the second step after the password', async () => {
  const { account, page } = await somebody();
  await forgetSession(page);
  await page.goto('/sign-in?back=/account/sessions');
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  await press(page, 'Use a passkey');
  await page.waitForURL('**/account/sessions');
});

test('it proves who somebody is before something grave', async () => {
  const { account, page } = await somebody();
  await forgetSession(page);
  await signIn(page, account, { provenAt: Date.now() - 3_600_000 });
  await page.goto('/account/security/codes');
  await press(page, 'Make ten new codes');
  await page.waitForURL('**/account/prove?back=*');
  await press(page, 'Use a passkey instead');
  await page.waitForURL('**/account/security/codes');
  await press(page, 'Make ten new codes');
  await page.getByRole('heading', { name: 'Your ten recovery codes' }).waitFor();
});

test('several have names, are renamed and removed; the last one asks for the password', async () => {
  const { page, device } = await somebody();
  await device.cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: device.authenticatorId });
  await withDevice(page);
  await addPasskey(page, 'Key on my ring');
  await page.getByRole('status').getByText('It is added.').waitFor();
  await page.getByText('Rename Key on my ring').click();
  await page.getByRole('form', { name: 'Rename Key on my ring' }).getByLabel('Name').fill('Ring');
  await page.getByRole('form', { name: 'Rename Key on my ring' }).getByRole('button').click();
  await page.getByRole('heading', { level: 3, name: 'Ring' }).waitFor();
  await page.getByRole('link', { name: 'Remove Ring' }).click();
  await press(page, 'Remove it');
  await page.getByRole('status').getByText('It is removed.').waitFor();
  await page.getByRole('link', { name: 'Remove Laptop' }).click();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Remove it');
  await page.waitForURL('**/account/security');
  await page.getByRole('link', { name: 'Add a passkey' }).waitFor();
});

/** A browser that does not pass on that the board wants its person asked, and a device that asks nobody. */
async function askNobody(page: Page, { cdp, authenticatorId }: Device): Promise<void> {
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.route('**/api/sign-in/passkey/options', async (route) => {
    const response = await route.fetch();
    const { options } = await response.json();
    await route.fulfill({ response, json: { options: { ...options, userVerification: 'discouraged' } } });
  });
}

test('a device that asks nobody signs in nobody by itself, and is a second step all the same', async () => {
  const { account, page, device } = await somebody();
  await forgetSession(page);
  await askNobody(page, device);
  await page.goto('/sign-in');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('heading', { level: 1, name: 'The passkey did not sign you in' }).waitFor();
  await page.getByRole('link', { name: 'Back to signing in' }).click();
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  await press(page, 'Use a passkey');
  await page.waitForURL('**/account');
});

test('what is broken off is said beside the button, and can be tried again', async () => {
  const { page, device } = await somebody();
  await forgetSession(page);
  await device.cdp.send('WebAuthn.setUserVerified', { authenticatorId: device.authenticatorId, isUserVerified: false });
  await page.goto('/sign-in');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('alert').getByText('Try again, or go another way').waitFor();
  await device.cdp.send('WebAuthn.setUserVerified', { authenticatorId: device.authenticatorId, isUserVerified: true });
  await press(page, 'Sign in with a passkey');
  await page.waitForURL('**/account');
});

test('a passkey that the board does not know any more signs in nobody, and the page leads back', async () => {
  const { account, page } = await somebody();
  await forgetSession(page);
  await board.database.client.execute({ sql: 'delete from passkeys where account_id = ?', args: [account.id] });
  await page.goto('/sign-in');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('heading', { level: 1, name: 'The passkey did not sign you in' }).waitFor();
  await page.getByRole('link', { name: 'Back to signing in' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('without scripts nothing offers a passkey that could not be used', async () => {
  const { page } = await board.visit({ javaScriptEnabled: false });
  await page.goto('/sign-in');
  await expect.poll(() => page.getByRole('button', { name: 'Sign in', exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
});
