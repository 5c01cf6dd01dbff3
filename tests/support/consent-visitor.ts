import type { Page } from 'playwright-core';

/** The banner, by its name. */
export function bannerOf(page: Page) {
  return page.getByRole('region', { name: 'Cookies and counting: you choose' });
}

/** The panel, by its name. */
export function panelOf(page: Page) {
  return page.getByRole('dialog', { name: 'Cookies and counting: you choose' });
}

/** Opens the panel from the banner of the open page. */
export async function openPanel(page: Page): Promise<void> {
  await bannerOf(page).getByRole('button', { name: 'Choose' }).click();
  await panelOf(page).waitFor();
}

/** Opens a page and answers the banner there, until the answer is recorded. */
export async function choose(page: Page, button: 'Accept all' | 'Reject all', path = '/'): Promise<void> {
  await page.goto(path);
  const recorded = page.waitForResponse((answer) => answer.url().endsWith('/api/consent') && answer.request().method() === 'POST');
  await bannerOf(page).getByRole('button', { name: button }).click();
  await (await recorded).finished();
  await page.waitForFunction(() => document.cookie.includes('/-/'));
}

/** What the cookie says, sorted: `counters:y`. */
export async function choicesOf(page: Page): Promise<readonly string[]> {
  const cookies = await page.context().cookies();
  const value = cookies.find(({ name }) => name === 'consent')?.value ?? '';
  const entries = value.split('/').slice(3).join('/').split('|');
  return value === '' ? [] : entries.map((entry) => entry.replace(/^([^:]+):\d+:(\w):\w+$/, '$1:$2')).sort();
}

/** Says what a cookie holds that was written so long ago. */
export function cookieFrom(at: number, answers: readonly string[]): string {
  return `1/1/-/${answers.map((answer) => `${answer}:${Math.floor(at / 1000).toString(36)}`).join('|')}`;
}
