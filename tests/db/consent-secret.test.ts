import { afterEach, beforeEach, expect, test } from 'vitest';
import { consentRecordsRepository } from '#db/repositories/consent-records.ts';
import { anAct } from '#tests/support/consent.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import { type ActReceived, consentSeal, consentSecret } from '#worker/consent/model/consent-record.ts';
import { ownRecord } from '#worker/consent/own-record.ts';
import { recordChoice } from '#worker/consent/record-choice.ts';

const SECRET = 'a secret that only the tests know, and long';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

/** A browser without any cookie sends an act. */
function send(act: ConsentAct, now: number) {
  const consents = consentRecordsRepository(fresh.db);
  const own = (received: ActReceived) => consentSecret(SECRET, received);
  const context = { now, board, consents, sealConsent: consentSeal(SECRET), consentSecret: own };
  return recordChoice(context, { act, build: 'b'.repeat(16), country: 'SE', gpc: false, cookie: null, secret: null });
}

const recordsFor = async (secret: string | null) =>
  (await ownRecord({ consents: consentRecordsRepository(fresh.db) }, { secret })).records.length;

test('an act whose answer was lost brings the same secret when it is sent again', async () => {
  const act = await anAct();
  const first = await send(act, NOON);
  expect((await send(act, NOON + 60_000)).secret).toBe(first.secret);
  expect(await recordsFor(first.secret)).toBe(1);
});

test('whoever learns the key of an old act does not get at the record of who made it', proves('own-record'), async () => {
  const act = await anAct();
  const { secret } = await send(act, NOON);
  // After a day the key is forgotten.
  await fresh.client.execute('update consent_records set act_key = null');
  const other = await send(act, NOON + 2 * DAY);
  expect(other.secret).not.toBe(secret);
  expect(await recordsFor(secret)).toBe(1);
  expect(await recordsFor(other.secret)).toBe(1);
});
