/** The facets whose values are numbered in `search_values`. */
export const VALUED_FACETS = ['category', 'type', 'language', 'country', 'remote', 'kind', 'salary'] as const;
export type ValuedFacet = (typeof VALUED_FACETS)[number];

/** Whose letter comes first in `job_search.facets`: every ad has just one. */
export const FIRST_FACET: ValuedFacet = VALUED_FACETS[0];

/** What an ad counts under, by facet. */
export type FacetValues = Readonly<Record<ValuedFacet, readonly string[]>>;

/** What `search_totals` counts. */
export const TOTAL_OF = { all: 0, value: 1, employer: 2, hour: 3 } as const;

export function isValued(facet: string): facet is ValuedFacet {
  return VALUED_FACETS.some((name) => name === facet);
}

/** Where an ad's values are known by their numbers; each is one letter of `job_search.facets`. */
export function valueKey(facet: ValuedFacet, value: string): string {
  return `${facet}:${value}`;
}

/** The letters of the first values are plain ones, which take a byte. */
const FIRST_LETTER = 0x22;
/** Above begin the halves of letters. */
const MOST_NUMBERED = 0xd7ff - FIRST_LETTER;
const MOST_VALUES = 100;

/** One letter for each value, so that the values of many ads are one text, quick to gather and to count. Values beyond the last letter are found, but not counted. */
export function lettersOf(ids: readonly number[]): string {
  const kept = ids.filter((id) => id > 0 && id <= MOST_NUMBERED).slice(0, MOST_VALUES);
  return String.fromCharCode(...kept.map((id) => FIRST_LETTER + id));
}

/** How often each value stands in a text of letters, by its number; `last` is the highest number. */
export function countLetters(text: string, last: number): Uint32Array {
  const counts = new Uint32Array(Math.min(last, MOST_NUMBERED) + 1);
  for (let index = 0; index < text.length; index += 1) {
    const id = text.charCodeAt(index) - FIRST_LETTER;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}
