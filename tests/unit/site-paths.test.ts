import { expect, test } from 'vitest';
import { having, onPage, ownPath, pathsOf, without } from '#site/lib/paths.ts';

const search = new URLSearchParams('q=nurse&place=The+Bronx&radius=10&type=full-time&type=part-time&page=3');

test('the first language of a board has no segment of its own, the others have', () => {
  expect(pathsOf('en', ['en', 'sv']).jobs('q=nurse')).toBe('/jobs?q=nurse');
  expect(pathsOf('sv', ['en', 'sv']).jobs()).toBe('/sv/jobs');
  expect(pathsOf('sv', ['en', 'sv']).home).toBe('/sv');
  expect(pathsOf('en', ['en', 'sv']).home).toBe('/');
});

test('programs have one address in every language', () => {
  expect(pathsOf('sv', ['en', 'sv']).feed('atom', search.get('q') === 'nurse' ? 'q=nurse' : '')).toBe('/jobs/feed.atom?q=nurse');
  expect(pathsOf('sv', ['en', 'sv']).openApi).toBe('/api/openapi.json');
});

test('taking one value of a filter away keeps its others and begins at the first page', () => {
  expect(without(search, 'type', 'full-time').toString()).toBe('q=nurse&place=The+Bronx&radius=10&type=part-time');
});

test('taking the place away takes its radius along', () => {
  expect(without(search, 'place').toString()).toBe('q=nurse&type=full-time&type=part-time');
});

test('setting a filter replaces all its values and begins at the first page', () => {
  expect(having(search, 'type', 'contract').toString()).toBe('q=nurse&place=The+Bronx&radius=10&type=contract');
});

test('another place keeps the radius', () => {
  expect(having(search, 'place', '5110266').get('radius')).toBe('10');
});

test('the first page is not named', () => {
  expect(onPage(search, 1).has('page')).toBe(false);
  expect(onPage(search, 4).get('page')).toBe('4');
});

test('no page beyond the last that can be asked for is linked', () => {
  expect(onPage(search, 4000).get('page')).toBe('50');
});

test('an ad is linked on this origin, whatever address it says', () => {
  expect(ownPath('https://jobs.example/jobs/nurse-abc?x=1')).toBe('/jobs/nurse-abc?x=1');
});

test('the search given is left as it was', () => {
  without(search, 'q');
  having(search, 'q', 'x');
  expect(search.get('q')).toBe('nurse');
});
