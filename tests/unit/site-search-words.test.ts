import { expect, test } from 'vitest';
import { activeFilters, FILTERS, filterLabel, floorText } from '#site/lib/filters.ts';
import { askedText, countText, titleText } from '#site/lib/search-line.ts';
import { en } from '#site/messages/en.ts';
import { BRONX, searchView, englishVoice as voice } from '#tests/support/search-view.ts';
import { EMPLOYMENT_TYPES, JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { POSTED_WITHIN, SORTS } from '#worker/jobs/model/job-query.ts';
import { SALARY_PERIODS } from '#worker/kernel/money.ts';

const labels = (query: string, fields = {}) => activeFilters(searchView({ query, ...fields }), voice).map(({ label }) => label);

test('the line says how many and what was asked', () => {
  const view = searchView({ total: 1137, query: 'place=The+Bronx&q=nurse&radius=10', place: BRONX });
  expect(countText(view, voice)).toBe('1,137 jobs');
  expect(askedText(view, voice)).toBe('for nurse within 10 km of The Bronx');
  expect(titleText(view, voice)).toBe('Jobs for nurse in The Bronx');
});

test('one job is one job, and an estimate says so', () => {
  expect(countText(searchView({ total: 1 }), voice)).toBe('1 job');
  expect(countText(searchView({ total: 31000, about: true }), voice)).toBe('About 31,000 jobs');
  expect(countText(searchView({ total: 0, about: true }), voice)).toBe('0 jobs');
});

test('what was searched after a typing mistake is what the line says', () => {
  expect(askedText(searchView({ query: 'q=nurze', didYouMean: 'nurse' }), voice)).toBe('for nurse');
});

test('one field of work is what the page is about', () => {
  const facets = { category: [{ value: 'health', label: 'Health', count: 3, selected: true }] };
  expect(titleText(searchView({ query: 'category=health', facets }), voice)).toBe('Jobs: Health');
  expect(titleText(searchView({ query: 'category=care&category=health', facets }), voice)).toBe('Jobs');
});

test('everything is asked in no words', () => {
  expect(askedText(searchView(), voice)).toBe('');
  expect(titleText(searchView(), voice)).toBe('Jobs');
});

test('a region is searched in, a town within', () => {
  const place = { ...BRONX, id: 'US.NY', name: 'New York', radiusKm: null };
  expect(askedText(searchView({ query: 'place=US.NY', place }), voice)).toBe('in New York');
  expect(labels('place=US.NY', { place })).toEqual(['In New York']);
});

test('each value of a filter is a chip of its own', () => {
  expect(labels('type=full-time&type=part-time&posted=7d&remote=US&country=SE&language=fi&kind=gig')).toEqual([
    'Full time',
    'Part time',
    'Last 7 days',
    'Remote from United States',
    'Sweden',
    'Finnish',
    'Self-employment',
  ]);
});

test('an employer is called by the name that the answer gives', () => {
  const facets = { employer: [{ value: 'hh', label: 'Health and Hospitals', count: 3, selected: true }] };
  expect(labels('employer=hh&employer=unknown', { facets })).toEqual(['Health and Hospitals', 'unknown']);
});

test('a floor of pay is said with its currency where it has one', () => {
  expect(floorText('USD90000/year', voice)).toBe('$90,000 a year');
  expect(floorText('25.5/hour', voice)).toBe('25.5 an hour');
  expect(labels('salary=USD90000/year')).toEqual(['From $90,000 a year']);
});

test('words, order and page are no filters', () => {
  expect(labels('q=nurse&sort=newest&page=2')).toEqual([]);
});

test('the catalogue names every value of the closed lists', () => {
  const keys = [
    ...FILTERS.map((name) => `search.facet.${name}`),
    ...EMPLOYMENT_TYPES.map((type) => `search.type.${type}`),
    ...JOB_KINDS.map((kind) => `search.kind.${kind}`),
    ...POSTED_WITHIN.map((span) => `search.posted.${span}`),
    ...SORTS.map((sort) => `search.sort.${sort}`),
    ...SALARY_PERIODS.map((period) => `row.pay.${period}`),
  ];
  expect(keys.filter((key) => !(key in en))).toEqual([]);
});

test('a choice without a label of its own is shown as it is', () => {
  expect(filterLabel({ name: 'category', value: 'health', view: searchView() }, voice)).toBe('health');
});

test('the catalogue names every parameter of a search', () => {
  const fields = ['q', 'place', 'radius', 'page'].map((field) => `search.field.${field}`);
  expect(fields.filter((key) => !(key in en))).toEqual([]);
});
