import { type SQL, sql } from 'drizzle-orm';
import { firstDocid } from '#search/embedded/docids.ts';
import { allOf, matchArea, matchFilters, matchWords, NONE, type Wording } from '#search/embedded/match.ts';
import { type Match, withinCircle } from '#search/embedded/statements.ts';
import { stepBelow } from '#search/embedded/tokens.ts';
import type { FacetName, SearchPlan } from '#search/engine.ts';
import { postedSince } from '#search/posted-since.ts';
import { floorOf } from '#search/salary-steps.ts';
import { parseWords, type SearchWords } from '#worker/jobs/model/search-words.ts';

/** A plan as the index is asked. */
export interface PlanMatch {
  readonly words: SearchWords;
  /** Everything that is asked for. */
  readonly all: Match;
  /** Nothing is asked for: the whole index matches. */
  readonly whole: boolean;
  /** Facets whose own filter is set. */
  readonly filtered: readonly FacetName[];
  /** Everything asked for but this facet's own filter; null where nothing is left and the whole index matches. */
  without(facet: FacetName): Match | null;
}

export function matchOf(plan: SearchPlan): PlanMatch {
  const { query, area, now } = plan;
  const words = parseWords(query.words);
  const wording = matchWords(words);
  const place = area === null ? null : matchArea(area);
  const filters = matchFilters(query);
  const since = query.posted === null ? null : firstDocid(postedSince(query.posted, now));
  const filtered: FacetName[] = [...filters.keys(), ...(since === null ? [] : ['posted' as const])];
  const build = (left: FacetName | null): Match => ({
    ...expressionsOf(wording, [place, ...[...filters].filter(([facet]) => facet !== left).map(([, filter]) => filter)]),
    since: left === 'posted' ? null : since,
    residual: residualOf(plan, left),
  });
  const free = wording === null && place === null;
  return {
    words,
    all: build(null),
    whole: free && filtered.length === 0,
    filtered,
    without: (facet) => (free && filtered.every((name) => name === facet) ? null : build(facet)),
  };
}

function expressionsOf(wording: Wording | null, filters: readonly (string | null)[]): Omit<Match, 'since' | 'residual'> {
  return {
    expression: allOf([wording?.expression, ...filters]),
    complete: allOf([wording?.complete, ...filters]),
    parts: wording?.parts ?? [],
    rest: restOf(wording, filters),
    inTitle: wording === null ? NONE : allOf([wording.inTitle, ...filters]),
  };
}

function restOf(wording: Wording | null, filters: readonly (string | null)[]): string {
  const set = filters.filter((filter) => filter !== null);
  const narrowed = set.length === 0 ? '' : ` AND ${allOf(set)}`;
  return wording === null || wording.without === null ? narrowed : `${narrowed} NOT (${wording.without})`;
}

/** What only the rows themselves can say: the exact distance, and a floor that is between two steps. */
function residualOf({ query, area }: SearchPlan, left: FacetName | null): SQL | null {
  const conditions: SQL[] = [];
  if (area?.kind === 'circle') conditions.push(withinCircle(area));
  if (query.salary !== null && left !== 'salary') {
    const floor = floorOf(query.salary);
    if (floor !== stepBelow(floor) * 100) conditions.push(sql`s.pay >= ${floor}`);
  }
  return conditions.length === 0 ? null : sql.join(conditions, sql` and `);
}
