import { filterLabel, placeLine } from '#site/lib/filters.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

/** `137 jobs`, `About 31,000 jobs`. */
export function countText({ total, about }: SearchView, { t }: Voice): string {
  return about && total > 0 ? t('search.count.about', { count: total }) : t('search.count', { count: total });
}

/** `for nurse within 10 km of The Bronx`: what was asked, without the filters that are chips. */
export function askedText(view: SearchView, voice: Voice): string {
  const search = new URLSearchParams(view.query);
  const words = view.didYouMean ?? search.get('q') ?? '';
  const parts = [words === '' ? '' : voice.t('search.for', { words }), search.has('place') ? placeLine(view, voice) : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** The page's title: `Jobs for nurse in The Bronx`. */
export function titleText(view: SearchView, voice: Voice): string {
  const { t } = voice;
  const search = new URLSearchParams(view.query);
  const words = view.didYouMean ?? search.get('q') ?? '';
  const place = search.has('place') ? (view.place?.name ?? search.get('place') ?? '') : '';
  if (words !== '' && place !== '') return t('search.title.both', { words, place });
  if (words !== '') return t('search.title.words', { words });
  if (place !== '') return t('search.title.place', { place });
  const [category, ...more] = search.getAll('category');
  if (category === undefined || more.length > 0) return t('search.title');
  return t('search.title.field', { field: filterLabel({ name: 'category', value: category, view }, voice) });
}
