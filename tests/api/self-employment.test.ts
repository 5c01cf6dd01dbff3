import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employers } from '#db/schema/tables.ts';
import { aGig, makeEmployer, makePost, publishedPost, type TestPost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let employer: Awaited<ReturnType<typeof makeEmployer>>;
beforeAll(async () => {
  board = await startBoard();
  employer = await makeEmployer(board.database.db, { name: 'Café Solkatten' });
});
afterAll(() => board.close());

const LINKED = /<script type="application\/ld\+json">(.*?)<\/script>/s;

async function read({ id }: TestPost) {
  const answer = await (await fetch(`${board.origin}/api/jobs/${id}`)).json();
  const html = await (await fetch(answer.url)).text();
  return { answer, html, linked: JSON.parse(LINKED.exec(html)?.[1] ?? 'null') };
}

const facts = (html: string) => html.slice(html.indexOf('<aside class="side"'), html.indexOf('</aside>')).replace(/<[^>]+>|\s+/g, ' ');

const AREA = 'Malmö and 30 km around';
const aPiece = aGig({
  salary: null,
  gig: {
    by: 'firm',
    areaServed: AREA,
    availability: 'Weekday evenings',
    price: { currency: 'EUR', min: 90_00, max: 120_00, unit: 'piece' },
  },
});

test('a self-employment advert says what it costs, where and when, and that it is no job', proves('three-kinds-of-posts'), async () => {
  const { answer, html, linked } = await read(await makePost(board.database.db, { state: 'published', content: aPiece }));
  expect(answer).toMatchObject({
    kind: 'gig',
    salary: null,
    unpaid: false,
    gig: { by: 'firm', areaServed: AREA, price: { currency: 'EUR', min: 90, max: 120, unit: 'piece' } },
    jobPosting: null,
    employer: { name: 'Ada Ek', slug: null },
  });
  expect(linked['@type']).toBe('Service');
  expect(linked).toEqual(answer.service);
  expect(facts(html)).toMatch(/€90–€120\s+in all/);
  for (const words of [AREA, 'Weekday evenings', 'offered by a firm']) expect(facts(html)).toContain(words);
  expect(html).toContain('Not verified');
});

test('a vacancy is a JobPosting, and no service', async () => {
  const { answer, linked } = await read(await publishedPost(board.database.db, employer));
  expect(answer).toMatchObject({ kind: 'job', gig: null, service: null, unpaid: false });
  expect(linked['@type']).toBe('JobPosting');
});

test('an ad says why its pay varies, and which agreement it follows', async () => {
  const post = await publishedPost(board.database.db, employer, {
    payReason: 'By years of service.',
    agreement: { name: 'HÖK 26', url: 'https://agreements.example/hok' },
  });
  const { answer, html } = await read(post);
  expect(answer).toMatchObject({ payReason: 'By years of service.', agreement: { name: 'HÖK 26', url: 'https://agreements.example/hok' } });
  expect(facts(html)).toContain('By years of service.');
  expect(html).toContain('<a href="https://agreements.example/hok" rel="nofollow ugc noopener">');
});

test('work of volunteers says that it pays nothing, which is not the same as naming no pay', async () => {
  const { answer, html } = await read(await publishedPost(board.database.db, employer, { employmentTypes: ['volunteer'], salary: null }));
  expect(answer).toMatchObject({ unpaid: true, salary: null });
  expect(facts(html)).toContain('Pays nothing: volunteer work');
});

test('an employer that proved its domain is said to have, with the month', async () => {
  const proven = await makeEmployer(board.database.db, {
    name: 'Proven',
    verifiedDomain: 'proven.example',
    verifiedAt: Date.UTC(2026, 2, 5),
    verifiedBy: 'dns',
  });
  const post = await publishedPost(board.database.db, proven);
  const { answer, html } = await read(post);
  expect(answer.employerVerified).toEqual({ domain: 'proven.example', since: '2026-03-05T00:00:00.000Z' });
  expect(html).toContain('Verified: proven.example, since March 2026');
  await board.database.db.update(employers).set({ verifiedDomain: null, verifiedAt: null }).where(eq(employers.seq, proven.seq));
  expect((await read(post)).html).not.toContain('proven.example, since');
});
