import { nobodys } from '#db/data-map/entry.ts';

const WORK = 'says which work ran when, and how many rows it was about';
const GEOGRAPHY = 'is geography: towns, regions and countries of the world';

export const MACHINERY_TABLES = {
  searchOutbox: {
    whose: 'nobody',
    purpose: 'publish-jobs',
    columns: nobodys('says which ad the search engines have to look at', 'seq', 'kind', 'entitySeq', 'entityId', 'erases', 'enqueuedAt'),
  },
  searchCursors: {
    whose: 'nobody',
    purpose: 'publish-jobs',
    columns: nobodys(
      'says how far an engine has come',
      ...(['engine', 'seq', 'erasedSeq', 'timeReached', 'leaseOwner', 'leaseUntil', 'trouble'] as const),
    ),
  },
  taskRuns: {
    whose: 'nobody',
    purpose: 'legal-duties',
    columns: nobodys(WORK, 'task', 'slot', 'startedAt', 'finishedAt', 'outcome'),
  },
  retentionRuns: {
    whose: 'nobody',
    purpose: 'legal-duties',
    columns: nobodys(WORK, 'rule', 'slot', 'startedAt', 'finishedAt', 'spanFrom', 'spanUntil', 'counted', 'deleted', 'oldestLeft'),
  },
  facts: { whose: 'nobody', purpose: 'security', columns: nobodys('is about this database itself', 'name', 'value') },
  places: {
    whose: 'nobody',
    purpose: 'answer-visits',
    columns: nobodys(GEOGRAPHY, 'id', 'kind', 'name', 'region', 'regionCode', 'country', 'lat', 'lng', 'population'),
  },
  placeNames: { whose: 'nobody', purpose: 'answer-visits', columns: nobodys(GEOGRAPHY, 'name', 'country', 'weight', 'placeId') },
} as const;
