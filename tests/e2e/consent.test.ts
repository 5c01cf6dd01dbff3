import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { bannerOf, choicesOf, choose, openPanel, panelOf } from '#tests/support/consent-visitor.ts';
import { keptOnDevice } from '#tests/support/kept-on-device.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

const BUTTONS = ['Accept all', 'Reject all', 'Choose'] as const;

test('a first visit is asked, and the page behind can be read and used', proves('three-equal-buttons'), async () => {
  const { page, complaints } = await board.visit();
  await page.goto('/');
  await bannerOf(page).waitFor();
  expect(await bannerOf(page).getByRole('button').allTextContents()).toEqual([...BUTTONS]);
  await page.getByLabel('What').fill('nurse');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /for nurse/ }).waitFor();
  await bannerOf(page).waitFor();
  expect([complaints, await keptOnDevice(page)]).toEqual([[], []]);
});

test.each([320, 360, 768, 1280])(
  'at %i px the three buttons are equal, the first two in everything',
  proves('three-equal-buttons'),
  async (width) => {
    const { page } = await board.visit({ viewport: { width, height: 800 } });
    await page.goto('/');
    await bannerOf(page).waitFor();
    const [accept, reject, choice] = await Promise.all(BUTTONS.map((name) => lookOf(page, name)));
    expect(reject?.style).toEqual(accept?.style);
    expect([reject?.size, choice?.size]).toEqual([accept?.size, accept?.size]);
    expect(choice?.style['background-color']).toBe(accept?.style['background-color']);
  },
);

async function lookOf(page: Page, name: string) {
  return bannerOf(page)
    .getByRole('button', { name })
    .evaluate((button) => {
      const style = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return { style: Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key)])), size: [width, height] };
    });
}

test.each(['/cookies/choices', '/california/choices'])('%s holds the choice itself, and no banner asks beside it', async (path) => {
  const { page } = await board.visit();
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(await bannerOf(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Cookie choices' }).first().click();
  await page.waitForURL('**/cookies/choices');
  expect(await panelOf(page).count()).toBe(0);
});

test('after “Reject all” only the choice itself is kept, and every ad is found as before', proves('refusing-costs-nothing'), async () => {
  const { page, complaints } = await board.visit();
  await page.goto('/jobs?q=nurse');
  const before = await page.locator('ol.jobs').textContent();
  await choose(page, 'Reject all', '/jobs?q=nurse');
  await page.reload();
  expect(await page.locator('ol.jobs').textContent()).toBe(before);
  await page.getByRole('link', { name: /Registered nurse, walk-in clinic/ }).click();
  await page.getByRole('heading', { level: 1, name: /Registered nurse/ }).waitFor();
  expect(await keptOnDevice(page)).toEqual(['cookie consent']);
  expect([await choicesOf(page), complaints]).toEqual([['counters:n'], []]);
});

test('after “Accept all” exactly what is declared is kept, and the page is counted by its kind alone', async () => {
  const { page } = await board.visit();
  const counted: (string | null)[] = [];
  page.on('request', (request) => request.url().endsWith('/api/counters') && counted.push(request.postData()));
  await choose(page, 'Accept all', '/jobs?q=nurse');
  await expect.poll(() => counted).toEqual(['{"page":"/jobs"}']);
  expect([...(await keptOnDevice(page))].sort()).toEqual(['cookie consent', 'cookie consent-secret']);
  expect(await choicesOf(page)).toEqual(['counters:y']);
});

test('nothing is switched on in the panel, and what is saved so is a no', proves('categories-off-by-default'), async () => {
  const { page } = await board.visit();
  await page.goto('/');
  await openPanel(page);
  const switches = panelOf(page).getByRole('checkbox');
  await expect.poll(() => switches.count()).toBeGreaterThan(0);
  for (const one of await switches.all()) expect(await one.isChecked()).toBe(false);
  await expect.poll(() => panelOf(page).getByText('Always on').count()).toBe(1);
  await panelOf(page).getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => choicesOf(page)).toEqual(['counters:n']);
  expect(await bannerOf(page).count()).toBe(0);
});

test('a category without services says so and has no switch', async () => {
  const { page } = await board.visit();
  await page.goto('/');
  await openPanel(page);
  await expect.poll(() => panelOf(page).getByText('This board uses none.').count()).toBe(1);
  expect(await panelOf(page).getByRole('checkbox', { name: 'Marketing' }).count()).toBe(0);
});

test('the choice is kept before the server has answered', async () => {
  const { page } = await board.visit();
  await page.route('**/api/consent', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
  await page.goto('/');
  await bannerOf(page).getByRole('button', { name: 'Reject all' }).click();
  await bannerOf(page).waitFor({ state: 'detached' });
  expect(await choicesOf(page)).toEqual(['counters:n']);
});

test(
  'a yes is taken back by as many presses as it took, from the foot of any page',
  proves('withdraw-as-easy', 'choices-on-every-page'),
  async () => {
    const { page } = await board.visit();
    await choose(page, 'Accept all');
    await page.goto('/jobs');
    await page.getByRole('link', { name: 'Cookie choices' }).first().click();
    expect(await panelOf(page).getByRole('checkbox', { name: 'Our own counters' }).isChecked()).toBe(true);
    const recorded = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await panelOf(page).getByRole('button', { name: 'Reject all' }).click();
    expect((await recorded).request().postDataJSON()).toMatchObject({ act: 'withdraw', surface: 'panel', answers: { counters: 'no' } });
    expect(await choicesOf(page)).toEqual(['counters:n']);
    const counted: string[] = [];
    page.on('request', (request) => request.url().endsWith('/api/counters') && counted.push(request.url()));
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(counted).toEqual([]);
  },
);

test('whoever has chosen sees no banner on later pages, not for a moment, and loads none of it', async () => {
  const { page } = await board.visit();
  await choose(page, 'Reject all');
  await page.addInitScript(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seenBanners', seen);
    new MutationObserver(() => document.querySelector('.consent-banner') && seen.push('banner')).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  for (const path of ['/', '/jobs', '/api/docs']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => Reflect.get(window, 'seenBanners'))).toEqual([]);
  }
  expect(loaded.filter((url) => /banner|panel|\/api\/consent/.test(url))).toEqual([]);
});

test.each(['/', '/jobs?q=nurse', '/nowhere'])('on %s nothing moves when the banner comes and goes', async (path) => {
  const { page } = await board.visit({ viewport: { width: 360, height: 760 } });
  await page.goto(path);
  await bannerOf(page).waitFor();
  await bannerOf(page).getByRole('button', { name: 'Reject all' }).click();
  await bannerOf(page).waitFor({ state: 'detached' });
  expect(await page.evaluate(shiftsSoFar)).toEqual([]);
});

/** Every shift, also those that a press excuses. */
async function shiftsSoFar(): Promise<string[]> {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const observer = new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => JSON.stringify(entry))));
  observer.observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
  return promise;
}

test('the keyboard comes to the banner right after the link to the content, and nothing takes the focus', async () => {
  const { page } = await board.visit();
  await page.goto('/');
  await bannerOf(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  const stops: string[] = [];
  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  expect(stops).toEqual(['Skip to content', ...BUTTONS, expect.stringContaining('Keepword')]);
});

test('whoever changes a choice where no banner stands is told that it is kept', async () => {
  const { page } = await board.visit();
  await choose(page, 'Reject all');
  await page.goto('/about');
  await page.getByRole('link', { name: 'Cookie choices' }).click();
  await panelOf(page).getByRole('button', { name: 'Accept all' }).click();
  await page.getByRole('status').filter({ hasText: 'Your choice is kept.' }).waitFor({ state: 'attached' });
});

test('what has the focus is never under the banner', async () => {
  const { page } = await board.visit({ viewport: { width: 360, height: 760 } });
  await page.goto('/');
  await bannerOf(page).waitFor();
  const links = page.locator('main a, footer a, main input');
  for (const link of await links.all()) {
    await link.focus();
    const covered = await link.evaluate((element) => {
      const top = document.querySelector('.consent-banner')?.getBoundingClientRect().top ?? 0;
      return element.getBoundingClientRect().top >= top;
    });
    expect([await link.textContent(), covered]).toEqual([await link.textContent(), false]);
  }
});

test('the panel holds the focus, Escape leaves it, and the focus goes back to where it was', async () => {
  const { page } = await board.visit();
  await page.goto('/');
  const opener = bannerOf(page).getByRole('button', { name: 'Choose' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await panelOf(page).waitFor();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    // Between the last and the first stop lies the browser's own window, which counts as the body.
    const outside = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement?.closest('dialog'));
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await keptOnDevice(page)).toEqual([]);
});

test.each(['light', 'dark'] as const)('banner and panel have no fault that axe knows, in %s', async (colorScheme) => {
  const { page } = await board.visit({ colorScheme });
  await page.goto('/');
  await bannerOf(page).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await openPanel(page);
  expect(await axeFaults(page)).toEqual([]);
});

test('on the smallest screen, with text twice as large, every button of banner and panel can be reached', async () => {
  const { page } = await board.visit({ viewport: { width: 320, height: 640 }, forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/');
  await page.evaluate(() => {
    const larger = new CSSStyleSheet();
    larger.insertRule(':root { font-size: 200% }');
    document.adoptedStyleSheets.push(larger);
  });
  await bannerOf(page).waitFor();
  expect(await bannerOf(page).evaluate((banner) => banner.scrollWidth <= banner.clientWidth)).toBe(true);
  for (const name of BUTTONS) await bannerOf(page).getByRole('button', { name }).click({ trial: true });
  await openPanel(page);
  for (const name of ['Accept all', 'Reject all', 'Save']) await panelOf(page).getByRole('button', { name }).click({ trial: true });
  expect(await panelOf(page).evaluate((panel) => panel.scrollWidth <= panel.clientWidth)).toBe(true);
});

test('banner and panel are at most 6 000 bytes of our own, what asks for them a third of that', async () => {
  const { page } = await board.visit();
  await choose(page, 'Reject all');
  await page.goto('/', { waitUntil: 'networkidle' });
  const always = await scriptsOf(page);
  await page.context().clearCookies();
  await page.goto('/', { waitUntil: 'networkidle' });
  await openPanel(page);
  const island = (await scriptsOf(page)).filter((url) => !always.includes(url) && !/\/(preact|jsxRuntime)\./.test(url));
  expect(island.some((url) => url.includes('/panel.'))).toBe(true);
  expect(await bytesOf(island)).toBeLessThanOrEqual(6000);
  expect(await bytesOf(always.filter((url) => url.includes('/Consent.')))).toBeLessThanOrEqual(2200);
});

const scriptsOf = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name] : [])));

async function bytesOf(urls: readonly string[]): Promise<number> {
  const files = await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
}
