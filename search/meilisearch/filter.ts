import { REMOTE_ANYWHERE, REMOTE_AT_ALL } from '#search/embedded/tokens.ts';
import type { FacetName, SearchPlan } from '#search/engine.ts';
import { postedSince } from '#search/posted-since.ts';
import { floorOf } from '#search/salary-steps.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** One condition, or several of which one must hold. Each string is read by itself, so nothing in a value can reach beyond it. */
export type Condition = string | string[];

/** The conditions of a plan, without those of one facet's own filter. Their array means "all of them". */
export function conditionsOf({ query, area, now }: SearchPlan, without: FacetName | null): Condition[] {
  const byFacet: Readonly<Record<FacetName, readonly Condition[]>> = {
    category: anyEquals('category', query.category),
    type: anyEquals('types', query.type),
    employer: anyEquals('employer', query.employer),
    language: anyEquals('language', query.language),
    country: anyEquals('countries', query.country),
    kind: anyEquals('kind', query.kind),
    remote: query.remote === null ? [] : anyEquals('remote', query.remote === true ? [REMOTE_AT_ALL] : [query.remote, REMOTE_ANYWHERE]),
    posted: query.posted === null ? [] : [postedAfter(postedSince(query.posted, now))],
    salary:
      query.salary === null
        ? []
        : [`pay >= ${floorOf(query.salary)}`, ...anyEquals('currency', query.salary.currency === null ? [] : [query.salary.currency])],
  };
  const facets = Object.entries(byFacet).filter(([facet]) => facet !== without);
  return [...(area === null ? [] : [inside(area)]), ...facets.flatMap(([, conditions]) => conditions)];
}

export function postedAfter(time: number): string {
  return `postedAt >= ${time}`;
}

/** A text as one value of a filter, whatever it holds. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function anyEquals(attribute: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [values.map((value) => `${attribute} = ${quoted(value)}`)];
}

function inside(area: Area): string {
  if (area.kind === 'circle') return `_geoRadius(${area.lat}, ${area.lng}, ${Math.round(area.radiusKm * 1000)})`;
  return `${area.kind === 'region' ? 'regions' : 'countries'} = ${quoted(area.code)}`;
}
