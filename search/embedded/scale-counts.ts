import type { CountRow } from '#search/embedded/count-statements.ts';
import { sampling } from '#search/embedded/matched.ts';
import { SAMPLES } from '#search/embedded/tokens.ts';
import { countLetters, type ValuedFacet } from '#search/embedded/values.ts';
import type { FacetCount } from '#search/engine.ts';

/** How many ads have a value of a facet. */
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
  values(facet: ValuedFacet): readonly ValueCount[];
}

export const NOTHING: Scaled = { total: 0, aboutTotal: false, about: false, posted: [], employers: [], values: () => [] };

export interface CountAnswers {
  readonly passes: readonly { readonly decided: boolean }[];
  /** A row for each pass. */
  readonly counts: readonly (CountRow | undefined)[];
  /** JSON of the numbered values. */
  readonly names: string;
}

type NumberedValue = readonly [id: number, facet: string, value: string];

export function scaleCounts({ passes, counts, names }: CountAnswers): readonly Scaled[] {
  const numbered = ownJson<readonly NumberedValue[]>(names, []);
  return counts.map((row, index) => (row === undefined ? NOTHING : scale({ ...row, decided: passes[index]?.decided ?? false }, numbered)));
}

/** `decided`: the expression and the time say it all, so `matches` is exact and the sample only has to tell shares. */
function scale(row: CountRow & { readonly decided: boolean }, numbered: readonly NumberedValue[]): Scaled {
  const looked = row.looked ?? 0;
  const sample = looked === row.matches ? 0 : sampling(row.matches);
  const factor = sample > 0 && row.decided && looked > 0 ? row.matches / looked : (SAMPLES[sample] ?? 1);
  const up = (count: number): number => Math.round(count * factor);
  const count = counter(row, Math.max(0, ...numbered.map(([id]) => id)));
  const found = numbered.map(([id, facet, value]) => ({ facet, value, n: up(count(id)) })).filter(({ n }) => n > 0);
  return {
    total: up(looked),
    aboutTotal: sample > 0 && !row.decided,
    about: sample > 0,
    posted: (row.posted ?? '')
      .split(',')
      .filter((text) => text !== '')
      .map((count) => up(Number(count))),
    employers: ownJson<readonly Employer[]>(row.employers, []).map(([value, label, count]) => ({ value, label, count: up(count) })),
    values: (facet) => found.filter((one) => one.facet === facet),
  };
}

type Employer = readonly [slug: string, name: string, count: number];

/** How often a value was found, by its number; `last` is the highest. */
function counter({ letters, totals }: CountRow, last: number): (id: number) => number {
  if (letters === null) {
    const counted = new Map(ownJson<readonly (readonly [number, number])[]>(totals, []));
    return (id) => counted.get(id) ?? 0;
  }
  const counted = countLetters(letters, last);
  return (id) => counted[id] ?? 0;
}

/** Made by our own statements, so its shape is known. */
function ownJson<Shape>(json: string | null, none: Shape): Shape {
  return json === null ? none : (JSON.parse(json) as Shape);
}
