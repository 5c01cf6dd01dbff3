import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

const EMAIL = 'ada.ek@guests.example';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

async function openLink(page: Page, kind: 'confirm-post' | 'manage-post', token: string): Promise<void> {
  await page.goto(`/open/${kind}?token=${token}`);
  await press(page, 'Go on');
}

async function tokenOf(kind: string): Promise<string> {
  const mail = (await mailsTo(board, EMAIL)).findLast((one) => one.kind === kind);
  if (mail === undefined) throw new Error(`There is no mail “${kind}”.`);
  return mail.token;
}

async function writeAdvert(page: Page): Promise<void> {
  await page.goto('/hire/new');
  await page.getByLabel('A self-employment advert').check();
  await press(page, 'Begin to write');
  await page.getByLabel('Title').fill('Piano tuning at home');
  await page.getByLabel('Field of work').selectOption({ index: 3 });
  await page
    .getByLabel('Description')
    .fill('I tune uprights and grands at your home, listen to what is wrong, and leave a note on how each is.');
  await press(page, 'Keep and go on');
  await page.locator('[name=areaServed]').fill('Malmö and around');
  await page.locator('[name=availability]').fill('Weekday evenings');
  await page.locator('[name=places]').first().fill('Malmö');
  await press(page, 'Keep and go on');
  await page.locator('[name=priceMin]').fill('40');
  await page.locator('[name=priceUnit]').selectOption({ index: 1 });
  await press(page, 'Keep and go on');
  await page.locator('[name=gigBy][value=person]').check();
  await page.locator('[name=apply][value=relay]').check();
  await page.locator('[name=contactMail]').fill('piano@guests.example');
  await page.locator('[name=offeredByName]').fill('Ada Ek');
  await press(page, 'Keep and look at it');
}

test(
  'without an account and without script, on a phone: written, confirmed, taken back, sent again, found again, deleted',
  proves('guest-posts'),
  async () => {
    const { page, complaints } = await board.visit({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
    await writeAdvert(page);
    await page.locator('a[href="/hire/guest/address"]').click();
    await page.getByLabel('E-mail address').fill('no address');
    await press(page, 'Send the mail');
    expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await press(page, 'Send the mail');
    expect(await heading(page)).toBe('Look into your mail');

    await openLink(page, 'confirm-post', await tokenOf('confirm-post'));
    await expect.poll(() => page.getByRole('heading', { name: 'Piano tuning at home' }).count()).toBe(1);
    await press(page, 'Confirm my address and send the ad');
    await expect.poll(() => page.getByRole('alert').getByRole('link').count()).toBe(2);
    await page.getByLabel('I am at least').check();
    await page.getByLabel('I accept the terms').check();
    await press(page, 'Confirm my address and send the ad');
    expect([await heading(page), new URL(page.url()).pathname]).toEqual(['Piano tuning at home', '/hire/guest']);
    await expect.poll(() => page.getByRole('heading', { name: 'How it stands: With a moderator' }).count()).toBe(1);

    await press(page, 'Take it back from the moderator');
    expect(await page.getByRole('status').first().textContent()).toContain('a draft again');
    await page.getByRole('link', { name: 'Look at it, and send it' }).click();
    await page.locator('form input[name=version] ~ button').click();
    await expect.poll(() => page.getByRole('heading', { name: 'How it stands: With a moderator' }).count()).toBe(1);

    const older = await tokenOf('manage-post');
    await page.context().clearCookies();
    await page.goto('/hire/guest');
    await page.getByRole('link', { name: 'Send me the links to my ads' }).click();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await press(page, 'Send the mail');
    await openLink(page, 'manage-post', older);
    expect(await heading(page)).toBe('This link opens nothing');
    const [post] = JSON.parse(JSON.stringify((await mailsTo(board, EMAIL)).at(-1)?.facts['posts'] ?? []));
    await openLink(page, 'manage-post', post.token);
    expect(await heading(page)).toBe('Piano tuning at home');

    await page.getByRole('link', { name: 'Delete it' }).click();
    await press(page, 'Delete it for good');
    expect(await heading(page)).toBe('Your ad is deleted');
    await page.goto('/hire/guest');
    expect(await heading(page)).toBe('Open the link from our mail');
    expect(complaints).toEqual([]);
  },
);
