import type { Voice } from '#site/lib/voice.ts';
import type { MessageKey } from '#site/messages/translate.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

/** The filters in the order in which the page shows them. */
export const FILTERS = ['type', 'category', 'salary', 'posted', 'remote', 'country', 'employer', 'language', 'kind'] as const;
export type FilterName = (typeof FILTERS)[number];

/** Filters that hold one value at most. */
export const SINGLE: readonly FilterName[] = ['salary', 'posted', 'remote'];

export interface ActiveFilter {
  readonly name: FilterName | 'place';
  readonly value: string;
  readonly label: string;
}

/** What a search is narrowed by, in words; its own words are not among it. */
export function activeFilters(view: SearchView, voice: Voice): readonly ActiveFilter[] {
  const search = new URLSearchParams(view.query);
  const place = search.get('place');
  const chosen = FILTERS.flatMap((name) =>
    search.getAll(name).map((value) => ({ name, value, label: filterLabel({ name, value, view }, voice) })),
  );
  return place === null ? chosen : [{ name: 'place', value: place, label: placeText(view, voice, IN_CHIPS) }, ...chosen];
}

const IN_CHIPS = { within: 'search.filter.within', in: 'search.filter.in' } as const;
const IN_LINES = { within: 'search.within', in: 'search.in' } as const;

/** `within 10 km of The Bronx`, `in New York`. */
export function placeLine(view: SearchView, voice: Voice): string {
  return placeText(view, voice, IN_LINES);
}

function placeText(view: SearchView, { t, format }: Voice, keys: Readonly<Record<'within' | 'in', MessageKey>>): string {
  const place = view.place?.name ?? new URLSearchParams(view.query).get('place') ?? '';
  const radius = view.place?.radiusKm ?? null;
  return radius === null ? t(keys.in, { place }) : t(keys.within, { place, distance: format.distance(radius) });
}

export interface FilterChoice {
  readonly name: FilterName;
  readonly value: string;
  readonly view: SearchView;
}

/** One choice of a filter in words. Fields of work and employers are named by the answer, the rest by the catalogue. */
export function filterLabel({ name, value, view }: FilterChoice, voice: Voice): string {
  const { t, format } = voice;
  if (name === 'type' || name === 'posted' || name === 'kind') return t(messageFor(`search.${name}.${value}`));
  if (name === 'country') return format.country(value);
  if (name === 'language') return format.language(value);
  if (name === 'remote') return value === '1' ? t('search.remote.any') : t('search.remote.choice', { country: format.country(value) });
  if (name === 'salary') return t('search.salary.from', { pay: floorText(value, voice) });
  return view.facets[name]?.find((facet) => facet.value === value)?.label ?? value;
}

/** `$90,000 a year` from `USD90000/year`; without a currency, the number alone. */
export function floorText(value: string, { t, format }: Voice): string {
  const { currency, amount, period } = floorOf(value);
  const pay = currency === null ? format.number(amount) : (format.money(currency, amount, amount) ?? value);
  return `${pay} ${t(messageFor(`row.pay.${period}`))}`;
}

/** The parts of a salary floor as its parameter writes it. */
export function floorOf(value: string): { currency: string | null; amount: number; period: string } {
  const parts = /^([A-Z]{3})?([\d.]+)(?:\/(\w+))?$/.exec(value);
  return { currency: parts?.[1] ?? null, amount: Number(parts?.[2] ?? 0), period: parts?.[3] ?? 'year' };
}

/** The catalogue's key for a value of a closed list; the lists and the catalogue are compared by a test. */
export function messageFor(key: string): MessageKey {
  return key as MessageKey;
}
