import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import {
  type ConsentCookie,
  type Decision,
  readConsentCookie,
  weighConsent,
  writeConsentCookie,
} from '#worker/consent/model/consent-cookie.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
/** Our own counters, Google Analytics and Google Ads: the last shares. */
const services = servicesOf({ ...otherBoard, services: { ...otherBoard.services, counters: true } });

const said = (service: string, answer: Decision['answer'], at = NOW): Decision => ({ service, revision: 1, answer, at });
const cookie = (...decisions: readonly Decision[]): ConsentCookie => ({ version: 1, unsent: null, decisions });

function weigh(decisions: readonly Decision[], { now = NOW, gpc = false } = {}) {
  return weighConsent({ cookie: cookie(...decisions), services, gpc, now });
}

test('without a choice nothing is granted, in either category', proves('categories-off-by-default'), () => {
  expect(new Set(services.map(({ category }) => category))).toEqual(new Set(['analytics', 'marketing']));
  const all = services.map(({ id }) => id);
  expect(weighConsent({ cookie: null, services, gpc: false, now: NOW })).toEqual({ granted: [], open: all, refusedBySignal: [] });
});

test('a yes to one category is none to the other', proves('categories-off-by-default'), () => {
  expect(weigh([said('google-analytics', 'yes')]).granted).toEqual(['google-analytics']);
  expect(weigh([said('google-ads', 'yes')]).granted).toEqual(['google-ads']);
});

test('a yes ends after six calendar months, and is asked for again', proves('consent-lapses'), () => {
  const yes = [said('counters', 'yes')];
  const last = Date.UTC(2027, 4, 22, 12);
  expect(weigh(yes, { now: last - 1 }).granted).toEqual(['counters']);
  expect(weigh(yes, { now: last }).granted).toEqual([]);
  expect(weigh(yes, { now: last }).open).toContain('counters');
});

test('a no is not asked about again for twelve calendar months', proves('consent-lapses'), () => {
  const no = services.map(({ id }) => said(id, 'no'));
  const last = Date.UTC(2027, 10, 22, 12);
  expect(weigh(no, { now: last - 1 })).toEqual({ granted: [], open: [], refusedBySignal: [] });
  expect(weigh(no, { now: last }).open).toEqual(services.map(({ id }) => id));
});

test('only what is new since is asked about: a service that came, or one that changed', proves('consent-lapses'), () => {
  expect(weigh([said('counters', 'no'), said('google-analytics', 'no')]).open).toEqual(['google-ads']);
  const changed = services.map((service) => (service.id === 'counters' ? { ...service, revision: 2 } : service));
  const all = services.map(({ id }) => said(id, 'yes'));
  expect(weighConsent({ cookie: cookie(...all), services: changed, gpc: false, now: NOW }).open).toEqual(['counters']);
});

test('Global Privacy Control refuses what shares, even against an older yes, and nothing else', proves('gpc-honoured'), () => {
  const all = services.map(({ id }) => said(id, 'yes', NOW - 10 * DAY));
  expect(weigh(all, { gpc: true })).toEqual({ granted: ['counters', 'google-analytics'], open: [], refusedBySignal: ['google-ads'] });
  expect(weigh([], { gpc: true }).refusedBySignal).toEqual(['google-ads']);
});

test('who was told of the signal and confirmed another choice has it, until it lapses', proves('gpc-honoured'), () => {
  const confirmed = [said('google-ads', 'yes-despite-gpc')];
  expect(weigh(confirmed, { gpc: true }).granted).toEqual(['google-ads']);
  expect(weigh(confirmed, { gpc: true, now: Date.UTC(2027, 4, 22, 12) })).toMatchObject({ granted: [], refusedBySignal: ['google-ads'] });
});

test('a choice from the future, as of a clock that jumped, is none', () => {
  expect(weigh([said('counters', 'yes', NOW + 2 * DAY)]).granted).toEqual([]);
  expect(weigh([said('counters', 'yes', NOW + DAY / 2)]).granted).toEqual(['counters']);
});

test('a cookie is read as it was written', () => {
  const whole = { version: 3, unsent: 'abcdefghij234567abcd', decisions: [said('counters', 'yes'), said('google-ads', 'yes-despite-gpc')] };
  expect(readConsentCookie(writeConsentCookie(whole))).toEqual(whole);
  expect(readConsentCookie(writeConsentCookie(cookie()))).toEqual(cookie());
});

test.each([
  '',
  'yes',
  '2/1/-/',
  '1/0/-/',
  '1/1/short/',
  '1/1/-/counters',
  '1/1/-/counters:1:x:t5x3kk',
  '1/1/-/counters:0:y:t5x3kk',
  '1/1/-/counters:1:y:t5x3kk|counters:1:n:t5x3kk',
  `1/1/-/${'a'.repeat(3000)}`,
  '1/1/-/<script>:1:y:t5x3kk',
])('the cookie “%s” is not ours, and whoever has it is asked anew', (text) => {
  expect(readConsentCookie(text)).toBeNull();
});
