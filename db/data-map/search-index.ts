import { nobodys, somebodys, type TableEntry } from '#db/data-map/entry.ts';

/** Words of ads that are public, made anew from the ads themselves at any time. */
const INDEXED = {
  category: 'job-ads',
  retention: 'index-words',
  inExport: { leftOutBecause: 'it holds nothing but words of the ads, which the copy shows as they are' },
  erasure: 'delete',
} as const;
const ORDER = 'numbers and counts ads and words';
const OF_ADS = { whose: 'people named in ads', purpose: 'publish-jobs' } as const;

/** The tables of db/schema/search-index.sql, with those that SQLite makes for the full-text index; names as in SQL. */
export const SEARCH_INDEX_TABLES = {
  jobs_fts: {
    ...OF_ADS,
    columns: {
      ...somebodys(INDEXED, 'title', 'title_stems', 'names', 'skills', 'body', 'stems'),
      ...nobodys(ORDER, 'facets', 'jobs_fts', 'rank'),
    },
  },
  jobs_fts_data: { ...OF_ADS, columns: { ...somebodys(INDEXED, 'block'), ...nobodys(ORDER, 'id') } },
  jobs_fts_idx: { ...OF_ADS, columns: { ...somebodys(INDEXED, 'term'), ...nobodys(ORDER, 'segid', 'pgno') } },
  jobs_fts_docsize: { whose: 'nobody', purpose: 'publish-jobs', columns: nobodys(ORDER, 'id', 'sz', 'origin') },
  jobs_fts_config: { whose: 'nobody', purpose: 'publish-jobs', columns: nobodys('is a setting of the index', 'k', 'v') },
  jobs_vocabulary: { ...OF_ADS, columns: { ...somebodys(INDEXED, 'term'), ...nobodys(ORDER, 'doc', 'cnt') } },
  search_words: { ...OF_ADS, columns: somebodys(INDEXED, 'word', 'backwards') },
  job_search: {
    whose: 'nobody',
    purpose: 'publish-jobs',
    columns: nobodys(ORDER, ...['docid', 'job_seq', 'facets', 'employer_seq', 'x', 'y', 'z', 'more_points', 'currency', 'pay', 'version']),
  },
  job_points: { whose: 'nobody', purpose: 'publish-jobs', columns: nobodys(ORDER, 'docid', 'position', 'x', 'y', 'z') },
  search_values: { whose: 'nobody', purpose: 'publish-jobs', columns: nobodys('is a value of a closed list', 'id', 'facet', 'value') },
  search_totals: { whose: 'nobody', purpose: 'publish-jobs', columns: nobodys(ORDER, 'counted', 'id', 'total') },
  migrations: { whose: 'nobody', purpose: 'security', columns: nobodys('is about this database itself', 'position', 'tag') },
  sqlite_sequence: { whose: 'nobody', purpose: 'security', columns: nobodys('is about this database itself', 'name', 'seq') },
} satisfies Readonly<Record<string, TableEntry>>;
