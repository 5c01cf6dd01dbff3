import { placeLine } from '#site/lib/filters.ts';
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
export function titleText(view: SearchView, { t }: Voice): string {
  const search = new URLSearchParams(view.query);
  const words = view.didYouMean ?? search.get('q') ?? '';
  const place = search.has('place') ? (view.place?.name ?? search.get('place') ?? '') : '';
  if (words !== '' && place !== '') return t('search.title.both', { words, place });
  if (words !== '') return t('search.title.words', { words });
  return place === '' ? t('search.title') : t('search.title.place', { place });
}
