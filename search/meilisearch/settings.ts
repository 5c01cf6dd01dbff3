import type { Settings } from 'meilisearch';
import { stopWords } from '#search/embedded/stop-words.ts';

export const INDEX = 'jobs';
/** How deep anybody may page. */
export const MOST_HITS = 1000;

const EQUAL = { facetSearch: false, filter: { equality: true, comparison: false } };
const COMPARED = { facetSearch: false, filter: { equality: false, comparison: true } };

/** The settings of the jobs index, complete in each part, so that they can be compared with what the server says. */
export const SETTINGS: Settings = {
  searchableAttributes: ['title', 'skills', 'names', 'body'],
  // The text never leaves the engine: what is shown is read from the public view.
  displayedAttributes: ['id'],
  filterableAttributes: [
    '_geojson',
    {
      attributePatterns: [
        'category',
        'types',
        'employer',
        'employerNamed',
        'language',
        'countries',
        'regions',
        'remote',
        'kind',
        'currency',
        'salary',
      ],
      features: EQUAL,
    },
    { attributePatterns: ['pay', 'postedAt'], features: COMPARED },
  ],
  sortableAttributes: ['payIn', 'postedAt'],
  // A chosen order comes first: "newest" means newest, not newest among the equally relevant.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'wordPosition', 'exactness', 'postedAt:desc'],
  stopWords: [...stopWords].sort(),
  // By attribute would be faster to index, but finds a phrase in any order.
  proximityPrecision: 'byWord',
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
  searchCutoffMs: 500,
};
