import { Meilisearch } from 'meilisearch';
import type { Database } from '#db/client.ts';
import type { EngineAnswer, JobSearchEngine, SearchPlan } from '#search/engine.ts';
import { byDistance } from '#search/meilisearch/by-distance.ts';
import { conditionsOf } from '#search/meilisearch/filter.ts';
import { type Pass, queriesFor } from '#search/meilisearch/queries.ts';
import { queryText } from '#search/meilisearch/query-text.ts';
import { type Found, readAnswers } from '#search/meilisearch/read-answers.ts';
import { ATTRIBUTES, currenciesIn, type Distribution, facetsIn, postedCounts } from '#search/meilisearch/read-facets.ts';
import { INDEX, MOST_HITS } from '#search/meilisearch/settings.ts';
import { PAGE_SIZE, POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';

export interface MeilisearchAddress {
  readonly url: string;
  /** May search, and nothing else. */
  readonly searchKey: string;
}

/** Asks a Meilisearch server. The database is only asked for the order by distance, which this index cannot tell. */
export function meilisearchEngine(
  { url, searchKey }: MeilisearchAddress,
  { db, timeout }: { db: Database; timeout: number },
): JobSearchEngine {
  const client = new Meilisearch({ host: url, apiKey: searchKey, timeout });
  return { name: 'meilisearch', search: (plan) => search({ client, db, plan }) };
}

interface Asking {
  readonly client: Meilisearch;
  readonly db: Database;
  readonly plan: SearchPlan;
}

async function search({ client, db, plan }: Asking): Promise<EngineAnswer> {
  const sortCurrency = plan.query.sort === 'salary' ? await currencyFor({ client, db, plan }) : null;
  const { queries, passes } = queriesFor(plan, sortCurrency);
  const found = readAnswers(await client.multiSearch({ queries }), queries.length);
  const [main] = found;
  const ids = await pageOf({ client, db, plan }, main);
  const wanted = plan.facets ?? true;
  const distribution = mergeDistributions(passes, found);
  return {
    ids,
    total: main.total,
    about: main.total > MOST_HITS,
    facets: wanted ? { ...facetsIn(distribution, plan), posted: postedCounts(found.slice(-POSTED_WITHIN.length)) } : {},
    corrected: null,
    withoutPay: plan.query.salary === null ? 0 : (distribution.salary?.['none'] ?? 0),
    currencies: currenciesIn(distribution.salary),
    sortCurrency,
  };
}

/** The floor's currency, else the one that most of the matches name. */
async function currencyFor({ client, plan }: Asking): Promise<string | null> {
  if (plan.query.salary?.currency) return plan.query.salary.currency;
  const filter = conditionsOf(plan, null);
  const q = queryText(parseWords(plan.query.words));
  const queries = [{ indexUid: INDEX, q, matchingStrategy: 'all' as const, limit: 0, filter, facets: [ATTRIBUTES.salary] }];
  const [found] = readAnswers(await client.multiSearch({ queries }), 1);
  return currenciesIn(found.distribution[ATTRIBUTES.salary])[0] ?? null;
}

async function pageOf({ db, plan }: Asking, { ids }: Found): Promise<readonly string[]> {
  if (plan.query.sort !== 'distance' || plan.area?.kind !== 'circle') return ids.slice(0, PAGE_SIZE);
  const ordered = await byDistance(db, { ids, area: plan.area, now: plan.now });
  return ordered.slice((plan.query.page - 1) * PAGE_SIZE, plan.query.page * PAGE_SIZE);
}

function mergeDistributions(passes: readonly Pass[], found: readonly Found[]): Distribution {
  return Object.fromEntries(
    passes.flatMap((facets, index) => facets.map((facet) => [facet, found[index]?.distribution[ATTRIBUTES[facet]] ?? {}])),
  );
}
