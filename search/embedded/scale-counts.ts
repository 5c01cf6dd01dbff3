import { type CountRow, sampling } from '#search/embedded/count-statements.ts';
import { PACKED_FACETS, type PackedFacet, unpack } from '#search/embedded/packed.ts';
import { SAMPLES } from '#search/embedded/tokens.ts';
import type { FacetCount } from '#search/engine.ts';

/** How many ads have a facet's text; the empty one for none. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

/** One counting, scaled up to all matches. */
export interface Scaled {
  readonly total: number;
  /** `total` is an estimate, because only the rows themselves say what matches. */
  readonly aboutTotal: boolean;
  /** Everything else is an estimate. */
  readonly about: boolean;
  readonly posted: readonly number[];
  readonly employers: readonly FacetCount[];
  values(facet: PackedFacet): readonly ValueCount[];
}

export const NOTHING: Scaled = { total: 0, aboutTotal: false, about: false, posted: [], employers: [], values: () => [] };

export interface CountAnswers {
  readonly passes: readonly { readonly decided: boolean }[];
  /** A row for each pass. */
  readonly counts: readonly (CountRow | undefined)[];
  /** JSON of the numbered values by `facet:id`. */
  readonly names: string;
}

export function scaleCounts({ passes, counts, names }: CountAnswers): readonly Scaled[] {
  const texts = new Map(Object.entries<string>(JSON.parse(names)));
  return counts.map((row, index) => (row === undefined ? NOTHING : scale({ ...row, decided: passes[index]?.decided ?? false }, texts)));
}

/** `decided`: the expression and the time say it all, so `matches` is exact and the sample only has to tell shares. */
function scale(row: CountRow & { readonly decided: boolean }, names: ReadonlyMap<string, string>): Scaled {
  const sample = row.looked === row.matches ? 0 : sampling(row.matches);
  const factor = sample > 0 && row.decided && row.looked > 0 ? row.matches / row.looked : (SAMPLES[sample] ?? 1);
  const up = (count: number): number => Math.round(count * factor);
  const perValue = valuesByFacet(row.packs, names);
  return {
    total: up(row.looked),
    aboutTotal: sample > 0 && !row.decided,
    about: sample > 0,
    posted: (row.posted ?? '')
      .split(',')
      .filter((text) => text !== '')
      .map((count) => up(Number(count))),
    employers: readEmployers(row.employers).map(([value, label, count]) => ({ value, label, count: up(count) })),
    values: (facet) => [...(perValue.get(facet) ?? [])].map(([value, n]) => ({ value, n: up(n) })),
  };
}

function valuesByFacet(packs: string | null, names: ReadonlyMap<string, string>): ReadonlyMap<PackedFacet, ReadonlyMap<string, number>> {
  const found = new Map(PACKED_FACETS.map((facet) => [facet, new Map<string, number>()]));
  for (const pack of (packs ?? '').split(',')) {
    if (pack === '') continue;
    const [packed = 0, n = 0] = pack.split(':').map(Number);
    for (const [facet, counts] of found) {
      const value = names.get(`${facet}:${unpack(packed, facet)}`) ?? '';
      counts.set(value, (counts.get(value) ?? 0) + n);
    }
  }
  return found;
}

/** Made by our own statement, so its shape is known. */
function readEmployers(json: string | null): readonly (readonly [string, string, number])[] {
  return json === null ? [] : (JSON.parse(json) as readonly (readonly [string, string, number])[]);
}
