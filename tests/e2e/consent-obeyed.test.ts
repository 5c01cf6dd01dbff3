import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { consentRecords } from '#db/schema/tables.ts';
import { bannerOf, choicesOf, choose, cookieFrom, openPanel, panelOf } from '#tests/support/consent-visitor.ts';
import { visitWithCookiesBlocked } from '#tests/support/cookies-blocked.ts';
import { keptOnDevice } from '#tests/support/kept-on-device.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, type Visitor, visitedBoard } from '#tests/support/visitor.ts';
import { NO_LASTS, YES_LASTS } from '#worker/promises/model/consent-periods.ts';
import { after, before, days } from '#worker/promises/model/duration.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

/** A visitor who chose at that moment, on a first page that has decided whether to ask. */
async function whoChose(at: number, answer: 'y' | 'n', revision = 1): Promise<Visitor> {
  const visitor = await board.visit();
  const value = cookieFrom(at, [`counters:${revision}:${answer}`]);
  await visitor.page.context().addCookies([{ name: 'consent', value, url: board.origin }]);
  await visitor.page.goto('/', { waitUntil: 'networkidle' });
  return visitor;
}

test.each([
  ['a yes', 'y', YES_LASTS],
  ['a no', 'n', NO_LASTS],
] as const)('%s is not asked about again until it lapses, and is then', proves('consent-lapses'), async (_, answer, lasts) => {
  const now = Date.now();
  const { page: early } = await whoChose(after(before(now, lasts), days(2)), answer);
  expect(await bannerOf(early).count()).toBe(0);
  const { page: late } = await whoChose(before(before(now, lasts), days(2)), answer);
  await bannerOf(late).waitFor();
});

test(
  'a choice counts for the page that is open when it lapses, too: a clock that goes on is enough',
  proves('consent-lapses'),
  async () => {
    const { page } = await board.visit();
    await choose(page, 'Reject all');
    await page.clock.setFixedTime(before(after(Date.now(), NO_LASTS), days(1)));
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await bannerOf(page).count()).toBe(0);
    await page.clock.setFixedTime(after(after(Date.now(), NO_LASTS), days(1)));
    await page.goto('/');
    await bannerOf(page).waitFor();
  },
);

test('a date in the future, as of a clock that jumped, is no answer', async () => {
  const { page } = await whoChose(after(Date.now(), days(30)), 'y');
  await bannerOf(page).waitFor();
});

test('a no is asked about again before it lapses when the service has changed', proves('consent-lapses'), async () => {
  const { page } = await whoChose(before(Date.now(), days(1)), 'n', 7);
  await bannerOf(page).waitFor();
  await expect.poll(() => bannerOf(page).getByText('New since you chose: Our own counters.').count()).toBe(1);
});

test.each([
  ['forged', 'whatever'],
  ['cut off', '1/1/-/counters:1:y'],
  ['oversized', `1/1/-/${'a'.repeat(3000)}`],
])('a cookie that is %s asks again', async (_, value) => {
  const { page } = await board.visit();
  await page.context().addCookies([{ name: 'consent', value, url: board.origin }]);
  await page.goto('/');
  await bannerOf(page).waitFor();
});

test('a choice that could not be sent is kept, and sent once from a later page as what it was', async () => {
  const { page } = await board.visit();
  const earlier = (await acts()).length;
  await page.goto('/');
  await bannerOf(page).waitFor();
  await page.context().setOffline(true);
  await bannerOf(page).getByRole('button', { name: 'Accept all' }).click();
  await bannerOf(page).waitFor({ state: 'detached' });
  expect(await choicesOf(page)).toEqual(['counters:y']);
  await page.context().setOffline(false);
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/consent') && request.method() === 'POST');
  await page.goto('/jobs');
  expect((await sent).postDataJSON()).toMatchObject({ act: 'accept_all', surface: 'banner', answers: { counters: 'yes' } });
  await page.waitForFunction(() => document.cookie.includes('/-/'));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect((await acts()).slice(earlier)).toEqual(['accept_all']);
});

test('when the answer alone was lost, the choice is recorded once all the same', async () => {
  const { page } = await board.visit();
  const earlier = (await acts()).length;
  await page.route('**/api/consent', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  await page.goto('/');
  await bannerOf(page).getByRole('button', { name: 'Reject all' }).click();
  await bannerOf(page).waitFor({ state: 'detached' });
  await lost;
  expect((await acts()).length).toBe(earlier + 1);
  await page.unroute('**/api/consent');
  await page.goto('/jobs');
  await page.waitForFunction(() => document.cookie.includes('/-/'));
  expect((await acts()).slice(earlier)).toEqual(['reject_all']);
});

async function acts(): Promise<readonly string[]> {
  const rows = await board.database.db.select({ act: consentRecords.act }).from(consentRecords).orderBy(consentRecords.seq);
  return rows.map(({ act }) => act);
}

test('of two tabs that choose differently the later wins, and both are recorded', async () => {
  const { page: first } = await board.visit();
  const second = await first.context().newPage();
  const earlier = (await acts()).length;
  await first.goto('/');
  await second.goto(`${board.origin}/jobs`);
  await bannerOf(second).waitFor();
  const { promise: later, resolve: letGo } = Promise.withResolvers<void>();
  await first.route('**/api/consent', async (route) => {
    if (route.request().method() === 'POST') await later;
    await route.continue();
  });
  await bannerOf(first).getByRole('button', { name: 'Accept all' }).click();
  await bannerOf(second).getByRole('button', { name: 'Reject all' }).click();
  await second.waitForFunction(() => document.cookie.includes('/-/'));
  letGo();
  await expect.poll(async () => (await acts()).length).toBe(earlier + 2);
  expect([...(await acts()).slice(earlier)].sort()).toEqual(['accept_all', 'reject_all']);
  expect(await choicesOf(first)).toEqual(['counters:n']);
});

test('a tab that comes back to view does what was chosen in another', async () => {
  const { page: first } = await board.visit();
  const second = await first.context().newPage();
  await second.goto(`${board.origin}/jobs`);
  await bannerOf(second).waitFor();
  await choose(first, 'Reject all');
  await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await bannerOf(second).waitFor({ state: 'detached' });
});

test('a page older than its notice is refused, and asks again with what is asked now', async () => {
  const { page } = await board.visit();
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    await route.fulfill({ response: answer, body: text.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`) });
  });
  await page.goto('/');
  await bannerOf(page).waitFor();
  await page.unroute('**/');
  const again = page.waitForEvent('load');
  await bannerOf(page).getByRole('button', { name: 'Accept all' }).click();
  await again;
  await bannerOf(page).waitFor();
  expect(await keptOnDevice(page)).toEqual([]);
});

test('with cookies blocked nobody is asked, and search and ads work', proves('works-without-cookies'), async () => {
  const { page, complaints } = await board.visit();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true });
  await page.goto('/jobs?q=nurse', { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => navigator.cookieEnabled)).toBe(false);
  expect(await bannerOf(page).count()).toBe(0);
  await page.getByRole('link', { name: /Registered nurse, walk-in clinic/ }).click();
  await page.getByRole('heading', { level: 1, name: /Registered nurse/ }).waitFor();
  expect(await bannerOf(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Cookie choices' }).first().click();
  await page.waitForURL('**/cookies/choices');
  expect(complaints).toEqual([]);
});

test(
  'whoever blocks all cookies in the settings of Chromium, which calls them enabled, is not asked and finds the page that explains',
  proves('works-without-cookies'),
  async () => {
    const { page, close } = await visitWithCookiesBlocked(board.origin);
    onTestFinished(close);
    await page.goto('/jobs?q=nurse', { waitUntil: 'networkidle' });
    expect(await bannerOf(page).count()).toBe(0);
    await page.getByRole('link', { name: 'Cookie choices' }).first().click();
    await page.waitForURL('**/cookies/choices');
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.getByRole('heading', { name: 'Your browser did not keep your choice' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  },
);

test(
  'without script the quiet line and the foot of the page lead to the same choices',
  proves('without-script-nothing-optional'),
  async () => {
    const { page } = await board.visit({ javaScriptEnabled: false });
    await page.goto('/');
    const links = page.getByRole('link', { name: 'Cookie choices' });
    for (const link of await links.all()) expect(await link.getAttribute('href')).toBe('/cookies/choices');
    await expect.poll(() => page.locator('.without-script a').count()).toBe(1);
  },
);

test('the panel shows what counts now, each time', async () => {
  const { page } = await board.visit();
  await page.goto('/');
  await openPanel(page);
  await panelOf(page).getByRole('checkbox', { name: 'Analytics' }).check();
  expect(await panelOf(page).getByRole('checkbox', { name: 'Our own counters' }).isChecked()).toBe(true);
  await panelOf(page).getByRole('button', { name: 'Close without a change' }).click();
  expect(await choicesOf(page)).toEqual([]);
  await openPanel(page);
  expect(await panelOf(page).getByRole('checkbox', { name: 'Analytics' }).isChecked()).toBe(false);
});
