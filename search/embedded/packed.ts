/** The facets whose values are numbered in `search_values`, with their place in `job_search.packed`; `total` is their number in `search_totals`. */
export const PACKED = {
  category: { shift: 0, bits: 6, total: 1 },
  type: { shift: 6, bits: 7, total: 2 },
  language: { shift: 13, bits: 7, total: 3 },
  country: { shift: 20, bits: 11, total: 4 },
  remote: { shift: 31, bits: 9, total: 5 },
  kind: { shift: 40, bits: 2, total: 6 },
  salary: { shift: 42, bits: 11, total: 7 },
} as const;
export type PackedFacet = keyof typeof PACKED;
export const PACKED_FACETS = Object.keys(PACKED).filter((name): name is PackedFacet => name in PACKED);

/** Facets that `search_totals` counts beside the packed ones. */
export const TOTAL_OF = { all: 0, employer: 8, hour: 9 } as const;

/** A facet's text of an ad, as `search_values` holds it: several values joined; empty for none. */
export type FacetTexts = Readonly<Record<PackedFacet, string>>;

/** 53 bits at most, so an exact JavaScript number. An id too large for its place counts as none: its value is found, but not counted. */
export function pack(ids: Readonly<Record<PackedFacet, number>>): number {
  return PACKED_FACETS.reduce((sum, facet) => {
    const { shift, bits } = PACKED[facet];
    return sum + (ids[facet] < 2 ** bits ? ids[facet] : 0) * 2 ** shift;
  }, 0);
}

/** A facet's id in a packed number. */
export function unpack(packed: number, facet: PackedFacet): number {
  const { shift, bits } = PACKED[facet];
  return Math.floor(packed / 2 ** shift) % 2 ** bits;
}

const SLOTS = 2 ** 22;
const MINUTE = 60_000;

/** Where the row ids of a time's minute begin. */
export function firstDocid(time: number): number {
  return Math.min(Math.max(Math.floor(time / MINUTE), 0), 2 ** 30) * SLOTS;
}

export function nextMinute(docid: number): number {
  return docid + SLOTS;
}
