import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { publish } from '#tests/api/publish.ts';
import { proves } from '#tests/support/proves.ts';
import { goneAnswer, jobDetail } from '#worker/jobs/model/view-schemas.ts';
import { newId } from '#worker/kernel/random.ts';

let board: ApiBoard;
const id = newId();
const sibling = newId();
const WORD = 'ornithologist';

beforeAll(async () => {
  board = await apiBoard();
  await publish(board, 'Bird Society', [
    {
      id,
      title: `Senior ${WORD}`,
      description: '# Birds\n\nCount **birds**. <script>alert(1)</script> [Apply](https://birds.example)',
      skills: ['counting'],
      salaryCurrency: 'SEK',
      salaryMin: 3_000_000,
      salaryMax: 4_000_000,
      salaryPeriod: 'month',
      salaryYearly: 48_000_000,
      referenceId: 'B-1',
      applyBy: 'mail',
      contacts: [{ kind: 'mail', value: 'secret-mailbox@birds.example', forApplying: true }],
    },
    { id: sibling, title: 'Boat driver', category: 'transport' },
  ]);
  await publish(board, 'Other Birds', [{ title: `Junior ${WORD}` }]);
});
afterAll(() => board.close());

const view = async (of: string) => jobDetail.strict().parse(await (await board.ask(`/api/jobs/${of}`)).json());
const set = (sql: string, args: (string | number)[]) => board.database.client.execute({ sql, args });

test('an ad is answered in full, in the documented shape', proves('no-account-needed'), async () => {
  const job = await view(id);
  expect(job).toMatchObject({
    id,
    url: `${ORIGIN}/jobs/senior-${WORD}-${id}`,
    employer: { name: 'Bird Society', slug: 'bird-society' },
    category: { id: 'health', label: 'Health' },
    skills: ['counting'],
    salary: { currency: 'SEK', min: 30_000, max: 40_000, period: 'month' },
    apply: { by: 'mail' },
    referenceId: 'B-1',
    source: null,
  });
  expect(job.descriptionHtml).toContain('<h2>Birds</h2>');
  expect(job.descriptionHtml).not.toContain('<script>');
});

test('its JobPosting says what the answer says', async () => {
  const job = await view(id);
  expect(job.jobPosting).toMatchObject({
    '@type': 'JobPosting',
    title: job.title,
    description: job.descriptionHtml,
    datePosted: job.postedAt,
    validThrough: job.publicUntil,
    url: job.url,
    hiringOrganization: { name: job.employer.name },
    baseSalary: { currency: 'SEK', value: { minValue: 30_000, maxValue: 40_000, unitText: 'MONTH' } },
    identifier: { value: 'B-1' },
  });
});

test("similar ads and the employer's others are beside it, and never the ad itself", async () => {
  const job = await view(id);
  expect(job.fromEmployer.map((other) => other.id)).toEqual([sibling]);
  expect(job.similar.map((other) => other.title)).toContain(`Junior ${WORD}`);
  expect(job.similar.map((other) => other.id)).not.toContain(id);
});

test('a private way to apply appears nowhere', async () => {
  for (const path of [
    `/api/jobs/${id}`,
    `/api/jobs?q=${WORD}`,
    `/jobs/feed.xml?q=${WORD}`,
    `/jobs/feed.atom?q=${WORD}`,
    `/jobs/feed.json?q=${WORD}`,
    '/feeds/jobs.xml',
    '/api/employers/bird-society',
  ])
    expect(await (await board.ask(path)).text(), path).not.toContain('secret-mailbox');
  expect((await board.search('q=secret-mailbox')).total).toBe(0);
});

test('an ad that never was is not found', async () => {
  for (const unknown of [newId(), 'x', `senior-${WORD}-${id}`, id.toUpperCase()]) {
    const { status, error } = await board.refused(`/api/jobs/${unknown}`);
    expect(status, unknown).toBe(404);
    expect(error.code).toBe('not_found');
  }
});

test('a stopped ad is gone at once and names others like it', proves('gone-at-once'), async () => {
  const [over, word] = [newId(), 'glaciologist'];
  await publish(board, 'Ice Works', [{ id: over, title: word }, { title: `Deputy ${word}` }]);
  await set("update jobs set status = 'stopped', stopped_at = ?, updated_at = ? where id = ?", [board.now, board.now, over]);
  expect((await board.search(`q=${word}`)).jobs.map(({ title }) => title)).toEqual([`Deputy ${word}`]);
  const response = await board.ask(`/api/jobs/${over}`);
  expect(response.status).toBe(410);
  const { error, gone } = goneAnswer.strict().parse(await response.json());
  expect(error.code).toBe('gone');
  const alternatives = [{ title: `Deputy ${word}` }];
  expect(gone).toMatchObject({ title: word, employer: { name: 'Ice Works', slug: 'ice-works' }, why: 'stopped', alternatives });
});

test('an ad whose last day has passed is gone without anybody doing anything', async () => {
  const over = newId();
  await publish(board, 'Short Notice', [{ id: over, title: 'Temp', validThrough: board.now + 1000 }]);
  expect((await board.ask(`/api/jobs/${over}`)).status).toBe(200);
  await set('update jobs set valid_through = ? where id = ?', [board.now - 1, over]);
  const response = await board.ask(`/api/jobs/${over}`);
  expect(response.status).toBe(410);
  expect(await response.json()).toMatchObject({ gone: { why: 'expired' } });
});

test('nothing of a suspended employer is shown in any form', async () => {
  const hidden = newId();
  await publish(board, 'Bad Standing', [{ id: hidden, title: 'Hidden palaeontologist' }]);
  await set("update employers set status = 'suspended' where slug = 'bad-standing'", []);
  expect((await board.ask(`/api/jobs/${hidden}`)).status).toBe(404);
  expect((await board.ask('/api/employers/bad-standing')).status).toBe(404);
  expect((await board.search('q=palaeontologist')).jobs).toEqual([]);
  expect(await (await board.ask('/feeds/jobs.xml')).text()).not.toContain('palaeontologist');
  expect(await (await board.ask('/sitemaps/employers.xml')).text()).not.toContain('bad-standing');
});

test('an employer is answered with its newest ads', async () => {
  const employer = await (await board.ask('/api/employers/bird-society')).json();
  expect(employer).toMatchObject({ slug: 'bird-society', name: 'Bird Society', website: null, aboutHtml: null, total: 2 });
  expect(employer.jobs).toHaveLength(2);
});

test('an unknown employer is not found', async () => {
  expect((await board.refused('/api/employers/nobody-at-all')).status).toBe(404);
});
