import { expect, test } from 'vitest';
import { factsOf } from '#site/lib/ad-facts.ts';
import { voiceOf } from '#site/lib/voice.ts';
import { en } from '#site/messages/en.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { presentDetail } from '#worker/jobs/model/present-detail.ts';

const DAY = 86_400_000;
const POSTED = Date.parse('2026-03-01T12:00:00Z');
const voice = voiceOf({ language: 'en', languages: ['en'], timeZone: 'UTC', messages: en }, POSTED);

const plain: PublicJob = {
  id: 'abcdefghijklmnopqrst',
  slug: 'baker',
  kind: 'job',
  title: 'Baker',
  description: 'Bread.',
  language: 'en',
  employer: { id: 'e', name: 'The bakery', slug: 'the-bakery', website: null, logoId: null, verified: null },
  places: [],
  remote: null,
  employmentTypes: [],
  salary: null,
  category: 'other',
  skills: [],
  postedAt: POSTED,
  validThrough: null,
  publicUntil: POSTED + 30 * DAY,
  updatedAt: POSTED,
  apply: { by: 'mail' },
  referenceId: null,
  source: null,
  details: null,
};

/** What the page says of when it ends, and the day that machines are told. */
function ends(validThrough: number | null) {
  const contact = { shows: [], takesMessages: true };
  const job = presentDetail({ ...plain, validThrough }, { board, publicUrl: 'https://b.example', similar: [], fromEmployer: [], contact });
  const said = factsOf(job, voice).filter(({ term }) => ['Apply by', 'Online until'].includes(term));
  return { page: said.map(({ term, values }) => `${term} ${values.join()}`), machines: job.jobPosting?.['validThrough'] };
}

test('the end that machines are told stands on the page, whoever set it', () => {
  expect(ends(null)).toEqual({ page: ['Online until 31 March 2026'], machines: '2026-03-31T12:00:00.000Z' });
  expect(ends(POSTED + 2 * DAY)).toEqual({ page: ['Apply by 3 March 2026'], machines: '2026-03-03T12:00:00.000Z' });
  expect(ends(POSTED + 40 * DAY)).toEqual({
    page: ['Apply by 10 April 2026', 'Online until 31 March 2026'],
    machines: '2026-03-31T12:00:00.000Z',
  });
});
