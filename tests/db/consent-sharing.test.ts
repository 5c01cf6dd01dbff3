import { afterEach, beforeEach, expect, test } from 'vitest';
import { consentRecordsRepository } from '#db/repositories/consent-records.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { board } from '#tests/support/measured-board.ts';
import { proves } from '#tests/support/proves.ts';
import { readConsentCookie, weighConsent } from '#worker/consent/model/consent-cookie.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { type ActReceived, consentSeal, consentSecret } from '#worker/consent/model/consent-record.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { hashNotice, noticeText } from '#worker/consent/model/notice-hash.ts';
import { recordChoice } from '#worker/consent/record-choice.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

/** A board with our own counters, Google Analytics and Google Ads; only the last shares data. */
const SECRET = 'a secret that only the tests know, and long';
const ALL_YES = { counters: 'yes', 'google-analytics': 'yes', 'google-ads': 'yes' } as const;
const ALL_NO = { counters: 'no', 'google-analytics': 'no', 'google-ads': 'no' } as const;
const services = servicesOf(board);

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

interface Said {
  readonly secret?: string | null;
  readonly cookie?: string | null;
  readonly gpc?: boolean;
  readonly now?: number;
}

let calls: string[] = [];

/** Sends an act as a browser with these cookies would. */
async function choose(act: Partial<ConsentAct>, { secret = null, cookie = null, gpc = false, now = NOON }: Said = {}) {
  const { standing, append } = consentRecordsRepository(fresh.db);
  calls = [];
  const noted =
    <In, Out>(name: string, does: (given: In) => Out) =>
    (given: In) => {
      calls.push(name);
      return does(given);
    };
  const consents = { standing: noted('look', standing), append: noted('append', append) };
  const context = {
    now,
    board,
    consents,
    sealConsent: consentSeal(SECRET),
    consentSecret: (received: ActReceived) => consentSecret(SECRET, received),
  };
  const notice = await hashNotice(noticeOf(board, 'en'));
  const whole: ConsentAct = { key: newId(), act: 'save', surface: 'panel', method: 'click', notice, answers: ALL_NO, ...act };
  return recordChoice(context, { act: whole, build: 'b'.repeat(16), country: 'FI', gpc, cookie, secret });
}

async function refusedFields(act: Partial<ConsentAct>, said: Said = {}): Promise<readonly string[]> {
  const error = await choose(act, said).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.fields.map(({ field }) => field) : [];
}

const weigh = (cookie: string, { gpc = false, now = NOON }: Said = {}) =>
  weighConsent({ cookie: readConsentCookie(cookie), services, gpc, now });
const records = async () => (await fresh.client.execute('select * from consent_records order by seq')).rows;

test('a choice takes one look and one write', async () => {
  await choose({ act: 'accept_all', answers: ALL_YES });
  expect(calls).toEqual(['look', 'append']);
});

test('each service has an answer of its own, and taking one yes back leaves the others', proves('withdraw-one-thing'), async () => {
  const { secret, answer } = await choose({ answers: ALL_YES });
  const after = await choose(
    { act: 'withdraw', answers: { 'google-analytics': 'no' } },
    { secret, cookie: answer.cookie, now: NOON + DAY },
  );
  expect(weigh(after.answer.cookie, { now: NOON + DAY })).toMatchObject({ granted: ['counters', 'google-ads'], open: [] });
  const [first, second] = await records();
  expect(second).toMatchObject({ granted: '[]', refused: '["google-analytics:1"]', previous_id: answer.reference });
  expect(first?.['replaced_at']).toBeNull();
});

test('a record is replaced by one that answers all it answered', async () => {
  const { secret, answer } = await choose({ answers: ALL_YES });
  await choose({ act: 'withdraw', answers: { 'google-ads': 'no' } }, { secret, cookie: answer.cookie, now: NOON + DAY });
  await choose({ answers: ALL_NO }, { secret, cookie: answer.cookie, now: NOON + 2 * DAY });
  expect((await records()).map(({ replaced_at }) => replaced_at && Number(replaced_at))).toEqual([NOON + 2 * DAY, NOON + 2 * DAY, null]);
});

test('under Global Privacy Control a yes to sharing must be confirmed, and nothing else', proves('gpc-honoured'), async () => {
  expect(await refusedFields({ answers: ALL_YES }, { gpc: true })).toEqual(['answers.google-ads']);
  const confirmed = await choose({ answers: { ...ALL_YES, 'google-ads': 'yes-despite-gpc' } }, { gpc: true });
  expect(weigh(confirmed.answer.cookie, { gpc: true }).granted).toEqual(['counters', 'google-analytics', 'google-ads']);
  expect(await records()).toMatchObject([{ gpc: 1, granted: '["counters:1","google-analytics:1","google-ads:1"]' }]);
});

test('“accept all” under Global Privacy Control leaves sharing off', proves('gpc-honoured'), async () => {
  const { answer } = await choose({ act: 'accept_all', answers: { ...ALL_YES, 'google-ads': 'no' } }, { gpc: true });
  expect(weigh(answer.cookie, { gpc: true }).granted).toEqual(['counters', 'google-analytics']);
  expect(await refusedFields({ act: 'accept_all', answers: { ...ALL_YES, counters: 'no', 'google-ads': 'no' } }, { gpc: true })).toEqual([
    'answers.counters',
  ]);
});

test('the signal wins over an older yes, and what it ended is recorded', proves('gpc-honoured'), async () => {
  const { secret, answer } = await choose({ answers: ALL_YES });
  expect(weigh(answer.cookie, { gpc: true })).toMatchObject({ granted: ['counters', 'google-analytics'], refusedBySignal: ['google-ads'] });
  const ended = { act: 'gpc', surface: 'banner', method: 'signal', answers: { 'google-ads': 'no' } } as const;
  const after = await choose(ended, { secret, cookie: answer.cookie, gpc: true, now: NOON + DAY });
  expect((await records())[1]).toMatchObject({
    act: 'gpc',
    method: 'signal',
    gpc: 1,
    refused: '["google-ads:1"]',
    previous_id: answer.reference,
  });
  expect(weigh(after.answer.cookie, { now: NOON + DAY }).granted).toEqual(['counters', 'google-analytics']);
});

test('a yes against a signal that is not sent is a plain yes', async () => {
  const { answer } = await choose({ answers: { ...ALL_NO, 'google-ads': 'yes-despite-gpc' } });
  expect(weigh(answer.cookie, { gpc: true }).granted).toEqual([]);
});

test('refusing sharing for California leaves everything else as it was', async () => {
  const { secret, answer } = await choose({ answers: ALL_YES });
  const optOut = { act: 'opt_out', surface: 'california', method: 'form', answers: { 'google-ads': 'no' } } as const;
  const after = await choose(optOut, { secret, cookie: answer.cookie, now: NOON + DAY });
  expect(weigh(after.answer.cookie, { now: NOON + DAY })).toMatchObject({ granted: ['counters', 'google-analytics'], open: [] });
});

test('what is open must be answered, and what is not new need not be', async () => {
  expect(await refusedFields({ answers: { counters: 'yes' } })).toEqual(['answers.google-analytics', 'answers.google-ads']);
  const { answer } = await choose({ answers: ALL_NO });
  expect(await refusedFields({ answers: { counters: 'yes' } }, { cookie: answer.cookie })).toEqual([]);
});

test('a page from before a service changed cannot say yes to it, but no', async () => {
  const old = olderNotice(noticeOf(board, 'en'));
  const hash = await hashNotice(old);
  await fresh.client.execute({
    sql: "insert into consent_notices values (?, 1, 'en', ?, 'b', 0)",
    args: [hash, noticeText(old)],
  });
  expect(await refusedFields({ notice: hash, answers: ALL_YES })).toEqual(['answers.counters']);
  const { answer } = await choose({ notice: hash, answers: ALL_NO });
  expect(await records()).toMatchObject([{ refused: '["counters:7","google-analytics:1","google-ads:1"]' }]);
  expect(weigh(answer.cookie).open).toEqual(['counters']);
});

/** As it was when the counters meant something else. */
function olderNotice(notice: ConsentNotice): ConsentNotice {
  const older = (category: ConsentNotice['categories'][number]) => ({
    ...category,
    services: category.services.map((service) => (service.id === 'counters' ? { ...service, revision: 7 } : service)),
  });
  return { ...notice, categories: notice.categories.map(older) };
}

test('a yes lapses after six months and a no after twelve, and both stand in the record', proves('consent-lapses'), async () => {
  const { answer } = await choose({ answers: { ...ALL_NO, counters: 'yes' } });
  expect(weigh(answer.cookie, { now: Date.UTC(2026, 10, 4, 11) })).toMatchObject({ granted: ['counters'], open: [] });
  expect(weigh(answer.cookie, { now: Date.UTC(2026, 10, 4, 13) })).toMatchObject({ granted: [], open: ['counters'] });
  expect(weigh(answer.cookie, { now: Date.UTC(2027, 4, 4, 11) }).open).toEqual(['counters']);
  expect(weigh(answer.cookie, { now: Date.UTC(2027, 4, 4, 13) }).open).toHaveLength(3);
  expect(Number((await records())[0]?.['valid_until'])).toBe(Date.UTC(2027, 4, 4, 12));
});
