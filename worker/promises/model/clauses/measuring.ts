import type { Clause } from '#worker/promises/model/clause.ts';

export const MEASURING: readonly Clause[] = [
  {
    id: 'counters-after-yes',
    origins: ['NEC-03', 'NEC-11', 'JTW-01'],
    topic: 'measuring',
    state: 'kept',
    words: { en: 'The use of pages is counted only after your yes to analytics.' },
    enforcedBy: ['worker/insights'],
  },
  {
    id: 'counters-anonymous',
    origins: ['PRO-03', 'PRO-04', 'EJO-06', 'JTW-03', 'JTW-04'],
    topic: 'measuring',
    state: 'kept',
    words: {
      en: 'Our counters keep a total for each day, kind of page, feature and country. They hold nothing that tells one person from another, and no time of day.',
    },
    enforcedBy: ['worker/insights', 'db/schema/tables.ts'],
  },
  {
    id: 'counters-threshold',
    origins: ['PRO-03'],
    topic: 'measuring',
    state: 'kept',
    words: { en: 'Our figures show no total below {counters.least}: smaller ones are put together, or left out.' },
    enforcedBy: ['worker/promises/model/numbers.ts', 'db/repositories/counters.ts'],
  },
  {
    id: 'counters-end',
    origins: ['NEC-08'],
    topic: 'measuring',
    state: 'kept',
    words: { en: 'Totals are deleted {keep.counters} after the day they count. There are no single visits behind them to keep.' },
    enforcedBy: ['worker/promises/model/retention.ts', 'db/repositories/retention.ts'],
  },
  {
    id: 'country-at-most',
    origins: ['NEC-03'],
    topic: 'measuring',
    state: 'kept',
    words: { en: 'Of where you are, the board keeps the country at most. It never asks your device for its position.' },
    enforcedBy: ['worker/http/client-country.ts', 'worker/http/security-headers.ts'],
  },
  {
    id: 'logs-without-people',
    origins: ['NET-09', 'NET-10', 'JTW-06'],
    topic: 'measuring',
    state: 'kept',
    words: {
      en: 'A line of our log holds the kind of page, the result, how long it took and a random number; of a fault, its kind and its place in our program. It holds no network address, no browser, no words of yours.',
    },
    enforcedBy: ['worker/http/log.ts'],
  },
];
