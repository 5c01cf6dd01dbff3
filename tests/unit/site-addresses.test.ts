import { expect, test } from 'vitest';
import { idInAddress } from '#site/lib/job-address.ts';
import { pathsOf } from '#site/lib/paths.ts';
import { searchBehind } from '#site/lib/search-behind.ts';
import { board } from '#worker/board/model/this-board.ts';

const ID = 'abcdefghijabcdefghij';
const here = { origin: 'https://jobs.example', paths: pathsOf('en', ['en']), board };

test('an ad is known by the id at the end of its address, whatever the words before it', () => {
  expect(idInAddress(`registered-nurse-${ID}`)).toBe(ID);
  expect(idInAddress(ID)).toBe(ID);
});

test('an address without an id is no ad', () => {
  expect(idInAddress('registered-nurse')).toBeNull();
  expect(idInAddress(`${ID}-more`)).toBeNull();
  expect(idInAddress('')).toBeNull();
});

test('the way back is the search that the reader came from', () => {
  const behind = searchBehind('https://jobs.example/jobs?q=nurse&type=full-time', here);
  expect(behind?.path).toBe('/jobs?q=nurse&type=full-time');
  expect(behind?.query.words).toBe('nurse');
});

test('other sites and other pages are no way back', () => {
  expect(searchBehind('https://evil.example/jobs?q=nurse', here)).toBeNull();
  expect(searchBehind('https://jobs.example/employers/x', here)).toBeNull();
  expect(searchBehind('not an address', here)).toBeNull();
  expect(searchBehind(null, here)).toBeNull();
});

test('what no search has is not carried along', () => {
  expect(searchBehind('https://jobs.example/jobs?q=nurse&next=https://evil.example', here)?.path).toBe('/jobs?q=nurse');
});
