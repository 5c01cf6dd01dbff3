import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobs } from '#db/schema/tables.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

/** Path of the seeded ad with this title. */
async function adTitled(title: string): Promise<string> {
  const [job] = await board.database.db.select({ id: jobs.id, slug: jobs.slug }).from(jobs).where(eq(jobs.title, title));
  if (job === undefined) throw new Error(`no ad is called ${title}`);
  return `/jobs/${job.slug}-${job.id}`;
}

test('the pay stands first, and one button leads to the employer', proves('outside-links-marked'), async () => {
  const { page, complaints } = await board.visit();
  await page.goto(await adTitled('Registered nurse, walk-in clinic'));
  const facts = page.getByRole('complementary', { name: 'The facts' });
  expect(await facts.textContent()).toMatch(/^\$96,000–\$112,000\s+a year/);
  const apply = facts.getByRole('link', { name: 'Apply on pelhamgate.example' });
  await apply.click();
  await page.getByRole('heading', { level: 1, name: 'You are leaving Keepword' }).waitFor();
  const out = page.getByRole('link', { name: 'Go on to pelhamgate.example' });
  expect(await out.getAttribute('rel')).toBe('nofollow ugc noopener');
  expect(complaints).toEqual([]);
});

test(
  'an ad that takes applications by e-mail says so, and shows the address to whoever asks, with script and without',
  proves('contacts-shown-on-asking'),
  async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, complaints } = await board.visit({ javaScriptEnabled });
      await page.goto(await adTitled('Community health worker (Spanish)'));
      await page.getByText('Pelham Gate Health takes applications by e-mail').waitFor();
      expect(await page.content()).not.toContain('community@pelhamgate.example');
      await page.getByRole('button', { name: 'Show contact' }).press('Enter');
      const shown = page.getByRole('definition').getByRole('link', { name: 'community@pelhamgate.example' });
      expect(await shown.getAttribute('href')).toBe('mailto:community@pelhamgate.example');
      expect(complaints).toEqual([]);
    }
  },
);

test('the ad is described for search engines on its own page only', async () => {
  const { page } = await board.visit();
  await page.goto(await adTitled('Registered nurse, walk-in clinic'));
  const described = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(described['@type']).toBe('JobPosting');
  await page.goto('/jobs?q=nurse');
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0);
});

test('an ad in another language says which', async () => {
  const { page } = await board.visit();
  await page.goto(await adTitled('Mühasib'));
  expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('az');
  expect(await page.locator('.prose').first().getAttribute('lang')).toBe('az');
  await page.goto('/jobs?language=az');
  expect(await page.locator('.jobs .title a').first().getAttribute('lang')).toBe('az');
});

test('another title in the address leads to the right one', async () => {
  const path = await adTitled('Registered nurse, walk-in clinic');
  const id = path.slice(path.lastIndexOf('-') + 1);
  const response = await fetch(`${board.origin}/jobs/an-old-title-${id}`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, path]);
});

test('an ad that was taken down is gone at once and offers others', async () => {
  const path = await adTitled('Platform engineer');
  await board.database.db.update(jobs).set({ status: 'stopped', stoppedAt: Date.now() }).where(eq(jobs.title, 'Platform engineer'));
  const { page } = await board.visit();
  const response = await page.goto(path);
  expect(response?.status()).toBe(410);
  await page.getByRole('heading', { level: 1, name: 'This job is no longer open' }).waitFor();
  await expect.poll(() => page.locator('.jobs > li').count()).toBeGreaterThan(0);
});

test('an ad that never was is not found', async () => {
  const { page } = await board.visit();
  const response = await page.goto('/jobs/nothing-aaaaaaaaaaaaaaaaaaaa');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'Search jobs' }).waitFor();
});

test('the keyboard goes from the search to an ad and back to where it was', async () => {
  const { page } = await board.visit({ viewport: { width: 800, height: 600 } });
  await page.goto('/jobs');
  const ad = page.locator('.jobs .title a').nth(12);
  await ad.focus();
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/jobs\/.+/);
  await page.locator('[data-back]').press('Enter');
  await page.waitForURL('**/jobs');
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 2, scrolled);
  expect(scrolled).toBeGreaterThan(600);
});

test('an employer’s page lists what it has open', async () => {
  const { page } = await board.visit();
  await page.goto('/employers/pelham-gate-health');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pelham Gate Health');
  await expect.poll(() => page.locator('.jobs > li').count()).toBeGreaterThan(2);
  await page.getByRole('link', { name: 'Search all jobs from Pelham Gate Health' }).click();
  await page.getByRole('link', { name: 'Remove filter: Pelham Gate Health' }).waitFor();
});
