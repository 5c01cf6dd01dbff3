import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobs } from '#db/schema/tables.ts';
import { importText } from '#tests/support/import-feed.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

const AD = {
  '@type': 'JobPosting',
  title: 'Lighthouse keeper',
  description: 'Keep the light.',
  identifier: 'L-1',
  datePosted: '2026-11-20',
  hiringOrganization: { '@type': 'Organization', name: 'Fyr AB' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Stockholm', addressCountry: 'SE' } },
  url: 'https://fyr.example/1',
};

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

test(
  'an imported ad names its source on its page and in the API, and keeps when the source last carried it',
  proves('import-provenance'),
  async () => {
    const now = Date.now();
    await importText(board.database, JSON.stringify(AD), { now, source: 'Harbour Board' });
    const [job] = await board.database.db.select().from(jobs).where(eq(jobs.sourceKey, 'L-1'));
    if (job === undefined) throw new Error('the ad was not imported');
    expect(job.carriedAt).toBe(now);
    expect((await (await fetch(`${board.origin}/api/jobs/${job.id}`)).json()).source).toMatchObject({ name: 'Harbour Board' });
    expect(await (await fetch(`${board.origin}/jobs/${job.slug}-${job.id}`)).text()).toContain('imported from Harbour Board');
  },
);
