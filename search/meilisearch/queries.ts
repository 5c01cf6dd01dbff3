import type { MultiSearchQuery } from 'meilisearch';
import { FACET_NAMES, type FacetName, type SearchPlan } from '#search/engine.ts';
import { conditionsOf, postedAfter } from '#search/meilisearch/filter.ts';
import { queryText } from '#search/meilisearch/query-text.ts';
import { ATTRIBUTES, type CountedFacet } from '#search/meilisearch/read-facets.ts';
import { INDEX, MOST_HITS } from '#search/meilisearch/settings.ts';
import { postedSince } from '#search/posted-since.ts';
import { PAGE_SIZE, POSTED_WITHIN } from '#worker/jobs/model/job-query.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';

/** The facets that one query counts. */
export type Pass = readonly CountedFacet[];

/** The search itself with the facets whose filter is not set; then, for each that is set, a count without it; then one for each value of posted. */
export function queriesFor(plan: SearchPlan, sortCurrency: string | null): { queries: MultiSearchQuery[]; passes: readonly Pass[] } {
  const wanted = plan.facets ?? true;
  const set = FACET_NAMES.filter((facet) => conditionsOf(plan, null).length > conditionsOf(plan, facet).length);
  const counted = Object.keys(ATTRIBUTES).filter((facet): facet is CountedFacet => facet in ATTRIBUTES);
  const free = wanted ? counted.filter((facet) => !set.includes(facet)) : [];
  const own = counted.filter((facet) => set.includes(facet) && (wanted || facet === 'salary'));
  const base = {
    indexUid: INDEX,
    q: queryText(parseWords(plan.query.words)),
    matchingStrategy: 'all' as const,
    attributesToRetrieve: ['id'],
  };
  const count = (without: FacetName, more: Partial<MultiSearchQuery>): MultiSearchQuery => ({
    ...base,
    limit: 0,
    filter: conditionsOf(plan, without),
    ...more,
  });
  const posted = wanted ? POSTED_WITHIN.map((value) => postedAfter(postedSince(value, plan.now))) : [];
  return {
    queries: [
      {
        ...base,
        ...pageSpan(plan),
        filter: conditionsOf(plan, null),
        facets: free.map((facet) => ATTRIBUTES[facet]),
        sort: sortOf(plan, sortCurrency),
      },
      ...own.map((facet) => count(facet, { facets: [ATTRIBUTES[facet]] })),
      ...posted.map((condition) => count('posted', { filter: [...conditionsOf(plan, 'posted'), condition] })),
    ],
    passes: [free, ...own.map((facet) => [facet])],
  };
}

function pageSpan({ query }: SearchPlan): { limit: number; offset: number } {
  if (query.sort === 'distance') return { limit: MOST_HITS, offset: 0 };
  return { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
}

function sortOf({ query }: SearchPlan, currency: string | null): string[] {
  if (query.sort === 'salary') return [...(currency === null ? [] : [`payIn.${currency}:desc`]), 'postedAt:desc'];
  return query.sort === 'newest' || query.words === '' ? ['postedAt:desc'] : [];
}
