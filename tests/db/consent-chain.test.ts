import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOnChain, verifyConsentChain } from '#db/repositories/consent-chain.ts';
import { consentRecordsRepository } from '#db/repositories/consent-records.ts';
import { anAct, REJECTED } from '#tests/support/consent.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import { type ActReceived, consentSeal, consentSecret } from '#worker/consent/model/consent-record.ts';
import { ownRecord } from '#worker/consent/own-record.ts';
import { recordChoice } from '#worker/consent/record-choice.ts';
import { sha256 } from '#worker/kernel/hash.ts';

const SECRET = 'a secret that only the tests know, and long';
const seal = consentSeal(SECRET);

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

/** Sends an act as a browser with these cookies would. */
function choose(act: ConsentAct, { secret = null, cookie = null, gpc = false, now = NOON }: Said = {}) {
  const consents = consentRecordsRepository(fresh.db);
  const context = { now, board, consents, sealConsent: seal, consentSecret: (received: ActReceived) => consentSecret(SECRET, received) };
  return recordChoice(context, { act, build: 'b'.repeat(16), country: 'SE', gpc, cookie, secret });
}

const run = (statement: string) => fresh.client.execute(statement);
const records = async () => (await run('select * from consent_records order by seq')).rows;
/** As verified on a day when retention may have deleted everything, or nothing that was received since `keptSince`. */
const verify = (said: { readonly pageSize?: number; readonly keptSince?: number } = {}) =>
  verifyConsentChain(fresh.db, { seal, keptSince: Number.POSITIVE_INFINITY, ...said });

/** A yes, a withdrawal of it, and three refusals of nobody in particular. */
async function fiveRecords(): Promise<void> {
  const { secret } = await choose(await anAct());
  await choose(await anAct({ act: 'withdraw', surface: 'panel', answers: { counters: 'no' } }), { secret, now: NOON + DAY });
  for (const now of [2, 3, 4]) await choose(await anAct(REJECTED), { now: NOON + now * DAY });
}

test('fifty choices at the same moment form one unbroken chain', proves('consent-recorded', 'consent-chained'), async () => {
  const acts = await Promise.all(Array.from({ length: 50 }, () => anAct()));
  await Promise.all(acts.map((act) => choose(act)));
  expect(await verify()).toMatchObject({ links: 50, records: 50, fault: null, head: { seq: 50 } });
  expect((await records()).map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('many who choose at once do not keep each other from it: few come in vain, again and again', async () => {
  let looks = 0;
  const repository = consentRecordsRepository(fresh.db);
  const consents = {
    ...repository,
    standing: (asked: Parameters<typeof repository.standing>[0]) => {
      looks += 1;
      return repository.standing(asked);
    },
  };
  const own = (received: ActReceived) => consentSecret(SECRET, received);
  const context = { now: NOON, board, consents, sealConsent: seal, consentSecret: own };
  const made = { build: 'b'.repeat(16), country: 'SE', gpc: false, cookie: null, secret: null };
  const acts = await Promise.all(Array.from({ length: 40 }, () => anAct()));
  await Promise.all(acts.map((act) => recordChoice(context, { act, ...made })));
  expect(await verify()).toMatchObject({ records: 40, fault: null });
  // Without a pause every round lets one through: some 800 looks.
  expect(looks).toBeLessThan(400);
});

test('the same choice sent many times is one record, and every answer is the same', async () => {
  const act = await anAct();
  const answers = await Promise.all(Array.from({ length: 20 }, () => choose(act)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await choose(act, { now: NOON + 3_600_000 })).toMatchObject({ answer: { reference: answers[0]?.answer.reference } });
  expect(await records()).toHaveLength(1);
});

test('a chain is walked in pages of any size', async () => {
  await fiveRecords();
  const whole = await verify();
  expect(whole).toMatchObject({ links: 5, records: 5, fault: null });
  for (const pageSize of [1, 2, 5, 6]) expect(await verify({ pageSize })).toEqual(whole);
  expect(await isOnChain(fresh.db, whole.head)).toBe(true);
  expect(await isOnChain(fresh.db, { ...whole.head, mac: '0'.repeat(64) })).toBe(false);
});

test('an empty chain is sound', async () => {
  expect(await verify()).toEqual({ links: 0, records: 0, head: { seq: 0, mac: '' }, fault: null });
});

test(
  'records that retention deleted leave their links, and the chain still holds',
  proves('consent-recorded', 'consent-chained'),
  async () => {
    await fiveRecords();
    await run('delete from consent_records where seq in (1, 3)');
    expect(await verify()).toMatchObject({ links: 5, records: 3, fault: null });
    await run('update consent_records set act_key = null');
    expect(await verify()).toMatchObject({ links: 5, records: 3, fault: null });
  },
);

test.each([
  ['id', "'other'"],
  ['subject', "'other'"],
  ['previous_id', "'other'"],
  ['act', "'save'"],
  ['surface', "'panel'"],
  ['method', "'form'"],
  ['granted', `'["counters:9"]'`],
  ['refused', `'["counters:9"]'`],
  ['notice', '(select min(hash) from consent_notices where hash <> notice)'],
  ['build', "'other'"],
  ['country', "'FI'"],
  ['gpc', '1 - gpc'],
  ['given_at', 'given_at + 1'],
  ['received_at', 'received_at + 1'],
  ['valid_until', 'valid_until + 1'],
])('a changed field is noticed: %s', proves('consent-chained'), async (column, value) => {
  await fiveRecords();
  const another = await sha256('another notice');
  await run(
    `insert into consent_notices select '${another}', version, language, 'another notice', build, published_at from consent_notices`,
  );
  await run(`update consent_records set ${column} = ${value} where seq = 3`);
  expect((await verify()).fault).toMatchObject({ is: 'record-changed', seq: 3 });
});

test('a record that was taken out although retention cannot have deleted it is named', proves('consent-chained'), async () => {
  await fiveRecords();
  await run('delete from consent_records where seq = 4');
  expect((await verify({ keptSince: NOON + 5 * DAY })).fault).toBeNull();
  expect((await verify({ keptSince: NOON + 2 * DAY })).fault).toEqual({ is: 'record-taken-out', seq: 4 });
});

test('the first records are missed, too, as long as retention cannot have deleted any', proves('consent-chained'), async () => {
  await fiveRecords();
  await run('delete from consent_records where seq in (1, 2)');
  expect((await verify({ keptSince: NOON + 1 })).fault).toBeNull();
  expect((await verify({ keptSince: NOON })).fault).toEqual({ is: 'record-taken-out', seq: 1 });
});

test('a link that was taken away is named', proves('consent-chained'), async () => {
  await fiveRecords();
  await run('delete from consent_records where seq = 3');
  await run('delete from consent_chain where seq = 3');
  expect((await verify()).fault).toEqual({ is: 'link-missing', seq: 3 });
});

test('a record that was written anew under those that came after it is noticed', proves('consent-chained'), async () => {
  await fiveRecords();
  const tables = ['consent_chain', 'consent_records'];
  for (const table of tables) await run(`create table later_${table} as select * from ${table} where seq > 3`);
  for (const table of tables.toReversed()) await run(`delete from ${table} where seq >= 3`);
  await choose(await anAct(), { now: NOON + 2 * DAY });
  for (const table of tables) await run(`insert into ${table} select * from later_${table}`);
  expect((await verify()).fault).toMatchObject({ is: 'record-changed', seq: 4 });
});

test('links that were taken away at the end are noticed by whoever knows the head', proves('consent-chained'), async () => {
  await fiveRecords();
  const { head } = await verify();
  await run('delete from consent_records where seq > 3');
  await run('delete from consent_chain where seq > 3');
  expect((await verify()).fault).toBeNull();
  expect(await isOnChain(fresh.db, head)).toBe(false);
});

test('records that changed places are named', proves('consent-chained'), async () => {
  await fiveRecords();
  await fresh.client.batch([
    'pragma defer_foreign_keys = on',
    'update consent_records set seq = -4 where seq = 4',
    'update consent_records set seq = 4 where seq = 5',
    'update consent_records set seq = 5 where seq = -4',
  ]);
  expect((await verify()).fault).toEqual({ is: 'order-changed', seq: 4, belongs: 5 });
});

test('links that changed places are named', async () => {
  await fiveRecords();
  await fresh.client.batch([
    'insert into consent_chain (seq, mac) select -2, mac from consent_chain where seq = 2',
    'update consent_chain set mac = (select mac from consent_chain where seq = 3) where seq = 2',
    'update consent_chain set mac = (select mac from consent_chain where seq = -2) where seq = 3',
    'delete from consent_chain where seq = -2',
  ]);
  expect((await verify()).fault).toEqual({ is: 'order-changed', seq: 2, belongs: 3 });
});

test('a notice whose text was changed is named', async () => {
  await fiveRecords();
  await run("update consent_notices set text = replace(text, 'Accept', 'Reject')");
  expect((await verify()).fault).toMatchObject({ is: 'notice-changed' });
});

test('another secret matches nothing', async () => {
  await fiveRecords();
  const report = await verifyConsentChain(fresh.db, {
    seal: consentSeal('another secret, which is just as long as ours'),
    keptSince: NOON,
  });
  expect(report.fault).toMatchObject({ is: 'record-changed', seq: 1 });
});

test('a withdrawal is tied to the yes that it ends, and the yes is marked replaced', proves('consent-recorded'), async () => {
  const yes = await choose(await anAct());
  const no = await choose(await anAct({ act: 'withdraw', surface: 'panel', answers: { counters: 'no' } }), {
    secret: yes.secret,
    now: NOON + DAY,
  });
  const [first, second] = await records();
  expect(second).toMatchObject({
    subject: first?.['subject'],
    previous_id: yes.answer.reference,
    id: no.answer.reference,
    replaced_at: null,
  });
  expect(Number(first?.['replaced_at'])).toBe(NOON + DAY);
  expect(no.secret).toBeNull();
});

test('a refusal without an earlier yes is tied to nobody', proves('consent-recorded'), async () => {
  const { answer, secret } = await choose(await anAct(REJECTED));
  expect(answer.reference).toBeNull();
  expect(secret).toBeNull();
  expect(await records()).toMatchObject([{ subject: null, previous_id: null, granted: '[]', refused: '["counters:1"]' }]);
});

test('a secret that this board never gave is no secret', async () => {
  const forged = 'x'.repeat(43);
  expect((await choose(await anAct(REJECTED), { secret: forged })).answer.reference).toBeNull();
  const { secret } = await choose(await anAct(), { secret: forged });
  expect(secret).not.toBe(forged);
  expect(await ownRecord({ consents: consentRecordsRepository(fresh.db) }, { secret: forged })).toEqual({ records: [], notices: {} });
});

test('a yes that arrives late does not replace the no that came after it', async () => {
  const first = await choose(await anAct());
  const cookie = (await choose(await anAct(REJECTED), { secret: first.secret, now: NOON + DAY })).answer.cookie;
  const late = await anAct({ secondsAgo: 3600 });
  const { answer } = await choose(late, { secret: first.secret, cookie, now: NOON + DAY + 60_000 });
  expect(answer.cookie).toBe(cookie);
  expect((await records()).map(({ replaced_at }) => replaced_at !== null)).toEqual([true, false, true]);
});

test('two tabs that choose differently are both recorded, and the later one counts', async () => {
  const { secret, answer } = await choose(await anAct());
  const [no, yes] = [await anAct(REJECTED), await anAct()];
  await choose(no, { secret, cookie: answer.cookie, now: NOON + 1000 });
  const last = await choose(yes, { secret, cookie: answer.cookie, now: NOON + 2000 });
  expect((await records()).map(({ act, replaced_at }) => [act, replaced_at !== null])).toEqual([
    ['accept_all', true],
    ['reject_all', true],
    ['accept_all', false],
  ]);
  expect(last.answer.cookie).toContain('counters:1:y:');
});

test('a choice waits a day at most: one that says longer counts from there', async () => {
  await choose(await anAct({ secondsAgo: 10_000_000 }), { now: NOON });
  expect(Number((await records())[0]?.['given_at'])).toBe(NOON - DAY);
});

test('nobody’s choice is lost when the clock jumps back', async () => {
  const { secret } = await choose(await anAct());
  const { answer } = await choose(await anAct(REJECTED), { secret, now: NOON - 30 * DAY });
  expect(answer.cookie).toContain('counters:1:n:');
  expect((await records()).map(({ replaced_at }) => replaced_at !== null)).toEqual([true, false]);
});
