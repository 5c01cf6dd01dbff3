import { type Voice, voiceOf } from '#site/lib/voice.ts';
import { en } from '#site/messages/en.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

/** An answer of the search as the page gets it; what a test is about goes in. */
export function searchView(fields: Partial<SearchView> = {}): SearchView {
  return {
    total: 1,
    about: false,
    page: 1,
    pages: 1,
    jobs: [],
    facets: {},
    didYouMean: null,
    engine: 'embedded',
    degraded: false,
    place: null,
    sort: 'newest',
    sortCurrency: null,
    withoutPay: 0,
    currencies: [],
    query: '',
    ...fields,
  };
}

export const BRONX = {
  id: '5110266',
  label: 'The Bronx, New York, United States',
  name: 'The Bronx',
  region: 'New York',
  country: 'US',
  radiusKm: 10,
  others: [],
};

export const englishVoice: Voice = voiceOf(
  { language: 'en', languages: ['en'], timeZone: 'Europe/Stockholm', messages: en },
  Date.UTC(2026, 10, 22, 12),
);
