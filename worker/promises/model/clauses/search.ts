import type { Clause } from '#worker/promises/model/clause.ts';

export const SEARCH: readonly Clause[] = [
  {
    id: 'search-forgets',
    origins: ['PRO-01', 'NEC-03'],
    topic: 'search',
    state: 'kept',
    words: { en: 'A search leaves nothing behind: it sets no cookie, writes no row, and your words are not stored.' },
    note: { en: 'Your search is not stored, and sets no cookie.' },
    enforcedBy: ['worker/jobs/search-jobs.ts', 'worker/http/log.ts'],
  },
  {
    id: 'no-account-needed',
    origins: ['EJO-03'],
    topic: 'search',
    state: 'kept',
    words: { en: 'You can search and read every ad without an account.' },
    enforcedBy: ['worker/jobs/routes.ts', 'site/pages/jobs/index.astro'],
  },
  {
    id: 'same-results-for-all',
    origins: ['NET-53'],
    topic: 'search',
    state: 'kept',
    words: { en: 'Whoever searches for the same thing finds the same ads in the same order. Nothing about you changes what is found.' },
    enforcedBy: ['worker/jobs/search-jobs.ts', 'search/engine.ts'],
  },
  {
    id: 'gone-at-once',
    origins: ['OWN', 'PRO-14'],
    topic: 'search',
    state: 'kept',
    words: { en: 'An ad that was stopped is gone from the next answer on: from search, its own page and every feed.' },
    enforcedBy: ['db/repositories/public-jobs.ts', 'db/schema/tables.ts'],
  },
];
