import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
});
afterAll(() => board.close());

const ask = (path: string) => fetch(`${board.origin}${path}`, { redirect: 'manual' });
const SCRIPT = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

async function someJob(): Promise<{ readonly id: string; readonly url: string; readonly employer: { readonly slug: string } }> {
  const { jobs } = await (await ask('/api/jobs')).json();
  return jobs[0];
}

test('the page of an ad carries one JobPosting, the same as the API says', async () => {
  const { id, url } = await someJob();
  const scripts = [...(await (await ask(new URL(url).pathname)).text()).matchAll(SCRIPT)];
  const { jobPosting } = await (await ask(`/api/jobs/${id}`)).json();
  expect(scripts).toHaveLength(1);
  expect(JSON.parse(scripts[0]?.[1] ?? '')).toEqual(jobPosting);
});

test('no list carries a JobPosting', async () => {
  const { employer } = await someJob();
  for (const path of ['/', '/jobs', '/jobs?q=nurse', `/employers/${employer.slug}`])
    expect(await (await ask(path)).text(), path).not.toContain('ld+json');
});

test('a wrong name before the id leads to the right one', async () => {
  const { id, url } = await someJob();
  const response = await ask(`/jobs/another-name-${id}`);
  expect(response.status).toBe(301);
  expect(new URL(response.headers.get('Location') ?? '', board.origin).pathname).toBe(new URL(url).pathname);
});

test('the page of an ad that is over says so, offers others, and carries no JobPosting', async () => {
  const { id, url } = await someJob();
  const now = Date.now();
  await board.database.client.execute({
    sql: "update jobs set status = 'stopped', stopped_at = ?1, updated_at = ?1 where id = ?2",
    args: [now, id],
  });
  const response = await ask(new URL(url).pathname);
  expect(response.status).toBe(410);
  const html = await response.text();
  expect(html).not.toContain('ld+json');
  expect(html).toContain('href="/jobs');
  expect(await (await ask('/jobs')).text()).not.toContain(id);
});
