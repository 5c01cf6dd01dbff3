import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import type { ConsentCookie, Decision } from '#worker/consent/model/consent-cookie.ts';
import { type Merging, mergeCookie } from '#worker/consent/model/consent-decisions.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const services = servicesOf(otherBoard);

const said = (service: string, answer: Decision['answer'], at: number): Decision => ({ service, revision: 1, answer, at });
const analytics = said('google-analytics', 'yes', NOW - DAY);
const ads = said('google-ads', 'yes', NOW - DAY);
const before: ConsentCookie = { version: 1, unsent: null, decisions: [analytics, ads] };

function merge(decisions: readonly Decision[], more: Partial<Merging> = {}) {
  return mergeCookie({ before, decisions, version: 1, key: 'key', isDelayed: false, services, now: NOW, ...more }).decisions;
}

test('taking one yes back ends that service, and leaves the other choices as they are', proves('withdraw-one-thing'), () => {
  const no = said('google-ads', 'no', NOW);
  expect(merge([no])).toEqual([no, analytics]);
});

test('a choice that arrives late gives way to the one that was made since', () => {
  expect(merge([said('google-ads', 'no', NOW - 2 * DAY)], { isDelayed: true })).toEqual([analytics, ads]);
});

test('what lapsed, and what this board has no more, is left out', () => {
  const old = said('google-ads', 'yes', NOW - 200 * DAY);
  const gone = said('another', 'yes', NOW);
  expect(merge([], { before: { ...before, decisions: [analytics, old, gone] } })).toEqual([analytics]);
});
