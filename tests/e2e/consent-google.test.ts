import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentRecords } from '#db/schema/tables.ts';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { bannerOf, choicesOf, choose, cookieFrom, openPanel, panelOf } from '#tests/support/consent-visitor.ts';
import { keptOnDevice } from '#tests/support/kept-on-device.ts';
import { proves } from '#tests/support/proves.ts';
import { standInForGoogle } from '#tests/support/stand-in-gtag.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';
import { ensureBuilt } from '#worker/local/build.ts';
import { before, days } from '#worker/promises/model/duration.ts';

let board: VisitedBoard;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'measured-board-'));
  await ensureBuilt({ buildDir: folder, publicUrl: null, boardFile: resolve('tests/support/measured-board.ts') });
  board = await visitedBoard({ buildDir: folder });
});
afterAll(async () => {
  await board.close();
  await rm(folder, { recursive: true });
});

interface Watched {
  readonly page: Page;
  /** Every address of Google that was asked. */
  readonly asked: readonly URL[];
}

async function watched(options?: BrowserContextOptions): Promise<Watched> {
  const { page } = await board.visit(options);
  return { page, asked: await standInForGoogle(page) };
}

const ALL_DENIED = { analytics_storage: 'denied', ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' };
const SIGNAL = { 'Sec-GPC': '1' };
const sharing = (page: Page) => panelOf(page).getByRole('checkbox', { name: 'Google Ads' });

/** What Google was told by the first call for an account, after so many others. */
async function toldTo({ asked }: Watched, id: string, others = 0): Promise<{ page: unknown; granted: unknown }> {
  const calls = () => asked.slice(others).filter(({ searchParams }) => searchParams.get('id') === id && searchParams.has('facts'));
  await expect.poll(() => calls().length).toBeGreaterThan(0);
  return JSON.parse(calls()[0]?.searchParams.get('facts') ?? 'null');
}

/** Holds back the answer to the first question whether a choice counts, and the record of the next choice until the page has seen it. */
async function holdFirstQuestion(page: Page): Promise<{ isHeld: Promise<void>; release: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  let isFirst = true;
  await page.route('**/api/consent', async (route) => {
    if (route.request().method() === 'POST') {
      await answered.promise;
      return route.continue();
    }
    if (!isFirst) return route.continue();
    isFirst = false;
    const response = await route.fetch();
    held.resolve();
    await released.promise;
    await route.fulfill({ response });
    answered.resolve();
  });
  return {
    isHeld: held.promise,
    release: async () => {
      released.resolve();
      await answered.promise;
    },
  };
}

test(
  'before a yes nothing of Google is asked for, and after a no neither',
  proves('no-third-party-before-consent', 'no-cookie-before-choice'),
  async () => {
    const { page, asked } = await watched();
    for (const path of ['/', '/jobs?q=nurse', '/privacy']) await page.goto(path, { waitUntil: 'networkidle' });
    expect(await keptOnDevice(page)).toEqual([]);
    await choose(page, 'Reject all');
    await page.goto('/jobs', { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    expect(await keptOnDevice(page)).toEqual(['cookie consent']);
  },
);

test('“Accept all” grants every signal, and sets exactly what is declared', async () => {
  const { page, asked } = await watched();
  await choose(page, 'Accept all');
  const { granted } = await toldTo({ page, asked }, 'AW-123456789');
  expect(granted).toEqual(Object.fromEntries(Object.keys(ALL_DENIED).map((signal) => [signal, 'granted'])));
  expect([...(await keptOnDevice(page))].sort()).toEqual(
    ['_ga', '_ga_NORRSKEN1', '_gcl_au', 'consent', 'consent-secret'].map((name) => `cookie ${name}`),
  );
});

test(
  'each service has a switch of its own: a yes to one runs it alone, with its signal alone',
  proves('each-service-own-switch', 'categories-off-by-default'),
  async () => {
    const { page, asked } = await watched();
    await page.goto('/jobs?q=nurse');
    await openPanel(page);
    const switches = panelOf(page).getByRole('checkbox');
    expect(await switches.evaluateAll((all) => all.map((one) => (one instanceof HTMLInputElement ? one.checked : null)))).toEqual(
      Array(5).fill(false),
    );
    await panelOf(page).getByRole('checkbox', { name: 'Google Analytics' }).check();
    await panelOf(page).getByRole('button', { name: 'Save' }).click();
    const { granted } = await toldTo({ page, asked }, 'G-NORRSKEN1');
    expect(granted).toEqual({ ...ALL_DENIED, analytics_storage: 'granted' });
    expect(asked.some(({ searchParams }) => searchParams.get('id') === 'AW-123456789')).toBe(false);
    expect(await choicesOf(page)).toEqual(['counters:n', 'google-ads:n', 'google-analytics:y']);
  },
);

test('Google is told the kind of page, and neither what was searched for nor where one came from', async () => {
  const { page, asked } = await watched();
  await choose(page, 'Accept all', '/jobs?q=secret+wish');
  const told = await toldTo({ page, asked }, 'G-NORRSKEN1');
  expect(told.page).toEqual({ page_location: `${board.origin}/jobs`, page_referrer: '', page_title: '/jobs' });
  expect(asked.map(String).join(' ')).not.toMatch(/secret/);
});

test('a script of Google’s may bring others from declared places only', async () => {
  const { page, asked } = await watched();
  await choose(page, 'Accept all');
  await expect.poll(() => asked.map(({ pathname }) => pathname)).toContain('/gtag/more.js');
  expect(asked.map(({ hostname }) => hostname)).not.toContain('undeclared.google.example');
});

test('taking a yes back removes what was set, and ends every call', proves('withdraw-as-easy'), async () => {
  const { page, asked } = await watched();
  await choose(page, 'Accept all');
  await toldTo({ page, asked }, 'AW-123456789');
  await page.getByRole('link', { name: 'Cookie choices' }).first().click();
  const again = page.waitForEvent('load');
  await panelOf(page).getByRole('button', { name: 'Reject all' }).click();
  await again;
  await page.waitForFunction(() => document.cookie.includes('/-/'));
  const until = asked.length;
  await page.goto('/jobs', { waitUntil: 'networkidle' });
  expect(asked.slice(until)).toEqual([]);
  expect([...(await keptOnDevice(page))].sort()).toEqual(['cookie consent', 'cookie consent-secret']);
});

test('a yes that is taken back while the board is still asked whether it counts starts nothing', proves('withdraw-as-easy'), async () => {
  const { page, asked } = await watched();
  const counted: string[] = [];
  page.on('request', (request) => request.url().endsWith('/api/counters') && counted.push(request.url()));
  const value = cookieFrom(before(Date.now(), days(5)), ['counters:1:y', 'google-analytics:1:y', 'google-ads:1:y']);
  await page.context().addCookies([{ name: 'consent', value, url: board.origin }]);
  const { isHeld, release } = await holdFirstQuestion(page);
  await page.goto('/');
  await isHeld;
  await page.getByRole('link', { name: 'Cookie choices' }).first().click();
  const again = page.waitForEvent('load');
  await panelOf(page).getByRole('button', { name: 'Reject all' }).click();
  await release();
  await again;
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  expect(counted).toEqual([]);
});

test('taking back one yes ends that service alone', proves('withdraw-one-thing'), async () => {
  const { page, asked } = await watched();
  await choose(page, 'Accept all');
  await toldTo({ page, asked }, 'AW-123456789');
  await page.getByRole('link', { name: 'Cookie choices' }).first().click();
  await sharing(page).uncheck();
  const again = page.waitForEvent('load');
  await panelOf(page).getByRole('button', { name: 'Save' }).click();
  await again;
  const until = asked.length;
  expect(await choicesOf(page)).toEqual(['counters:y', 'google-ads:n', 'google-analytics:y']);
  const { granted } = await toldTo({ page, asked }, 'G-NORRSKEN1', until);
  expect(granted).toEqual({ ...ALL_DENIED, analytics_storage: 'granted' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('_gcl');
  expect(await page.evaluate(() => document.cookie)).toContain('_ga=');
});

test('what a service left behind whose yes has lapsed is removed by the next page', proves('consent-lapses'), async () => {
  const { page } = await watched();
  const value = cookieFrom(before(Date.now(), days(400)), ['google-analytics:1:y']);
  const left = ['_ga', '_ga_NORRSKEN1', '_gcl_au'].map((name) => ({ name, value: 'x', url: board.origin }));
  await page.context().addCookies([{ name: 'consent', value, url: board.origin }, ...left]);
  await page.goto('/jobs');
  await expect.poll(async () => await keptOnDevice(page)).toEqual(['cookie consent']);
});

test('whoever chose before a service was new is asked about that alone', proves('consent-lapses'), async () => {
  const { page } = await watched();
  const value = cookieFrom(before(Date.now(), days(5)), ['counters:1:n', 'google-analytics:1:n']);
  await page.context().addCookies([{ name: 'consent', value, url: board.origin }]);
  await choose(page, 'Accept all');
  expect(await choicesOf(page)).toEqual(['counters:n', 'google-ads:y', 'google-analytics:n']);
});

test(
  'a browser that sends Global Privacy Control is told that it was seen, and “Accept all” leaves off what shares',
  proves('gpc-honoured'),
  async () => {
    const { page, asked } = await watched({ extraHTTPHeaders: SIGNAL });
    await page.goto('/');
    await bannerOf(page)
      .getByText(/^Your browser sends Global Privacy Control/)
      .waitFor();
    await choose(page, 'Accept all');
    const { granted } = await toldTo({ page, asked }, 'G-NORRSKEN1');
    expect(granted).toEqual({ ...ALL_DENIED, analytics_storage: 'granted' });
    expect(await choicesOf(page)).toEqual(['counters:y', 'google-ads:n', 'google-analytics:y']);
    const [row] = (await board.database.db.select().from(consentRecords).orderBy(consentRecords.seq)).slice(-1);
    expect(row).toMatchObject({ act: 'accept_all', gpc: true });
  },
);

test('against the signal a yes takes two steps, and then counts', proves('gpc-honoured'), async () => {
  const { page, asked } = await watched();
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await page.goto('/');
  await openPanel(page);
  await sharing(page).check();
  await panelOf(page).getByRole('button', { name: 'Save' }).click();
  await panelOf(page)
    .getByText(/^Your browser says no to sharing/)
    .waitFor();
  expect(await choicesOf(page)).toEqual([]);
  await panelOf(page).getByRole('button', { name: 'Yes, share all the same' }).click();
  await toldTo({ page, asked }, 'AW-123456789');
  expect(await choicesOf(page)).toEqual(['counters:n', 'google-ads:Y', 'google-analytics:n']);
});

test('whoever does not confirm has said no', proves('gpc-honoured'), async () => {
  const { page, asked } = await watched({ extraHTTPHeaders: SIGNAL });
  await page.goto('/');
  await openPanel(page);
  await sharing(page).check();
  await panelOf(page).getByRole('button', { name: 'Save' }).click();
  await panelOf(page).getByRole('button', { name: 'No, leave it off' }).click();
  await expect.poll(() => choicesOf(page)).toEqual(['counters:n', 'google-ads:n', 'google-analytics:n']);
  expect(asked).toEqual([]);
});

test.each(['header', 'script'])('the signal ends an older yes, by %s, and that is recorded once', proves('gpc-honoured'), async (by) => {
  const { page, asked } = await watched(by === 'header' ? { extraHTTPHeaders: SIGNAL } : {});
  if (by === 'script') await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const value = cookieFrom(before(Date.now(), days(5)), ['counters:1:n', 'google-analytics:1:n', 'google-ads:1:y']);
  await page.context().addCookies([{ name: 'consent', value, url: board.origin }]);
  const sent: unknown[] = [];
  page.on(
    'request',
    (request) => request.method() === 'POST' && request.url().endsWith('/api/consent') && sent.push(request.postDataJSON()),
  );
  await page.goto('/');
  await expect.poll(() => choicesOf(page)).toEqual(['counters:n', 'google-ads:n', 'google-analytics:n']);
  await page.waitForFunction(() => document.cookie.includes('/-/'));
  for (const path of ['/jobs', '/']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(sent).toEqual([expect.objectContaining({ act: 'gpc', method: 'signal', answers: { 'google-ads': 'no' } })]);
  expect(asked).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'seeing the signal, several switches and the question to confirm have no fault that axe knows, in %s',
  async (colorScheme) => {
    const { page } = await watched({ colorScheme, extraHTTPHeaders: SIGNAL });
    await page.goto('/');
    await bannerOf(page).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await openPanel(page);
    await sharing(page).check();
    expect(await axeFaults(page)).toEqual([]);
    await panelOf(page).getByRole('button', { name: 'Save' }).click();
    await panelOf(page)
      .getByText(/^Your browser says no to sharing/)
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
  },
);
