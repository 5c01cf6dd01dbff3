import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mails } from '#db/schema/account-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { preparer } from '#tests/support/mails.ts';
import { MAIL_BUDGETS } from '#worker/promises/model/mail-budgets.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

let count = 0;

interface Asked {
  readonly to?: string;
  readonly network?: string | null;
  readonly at?: number;
  readonly kind?: 'reset-password' | 'password-changed';
}

async function queue({ to = 'mira@home.example', network = 'a network', at = NOON, kind = 'reset-password' }: Asked = {}): Promise<void> {
  count += 1;
  const where = { at, browser: 'Firefox on Windows', country: 'SE' };
  const common = { key: `${kind}/${count}`, to, accountId: null, language: 'en', network } as const;
  const order =
    kind === 'reset-password' ? { ...common, kind, facts: { ...where, token: 't', until: at + HOUR } } : { ...common, kind, facts: where };
  await runBatch(fresh.db, queueStatements(fresh.db, [await preparer(at)(order)]));
}

const states = async () =>
  (await fresh.db.select({ state: mails.state }).from(mails).orderBy(asc(mails.createdAt))).map(({ state }) => state);
const times = async (asked: number, given: Asked = {}) => {
  for (let one = 0; one < asked; one += 1) await queue(given);
};

test('the fourth mail in an hour that its recipient did not ask for is held back', async () => {
  await times(4);
  expect((await states()).toSorted()).toEqual(['held', 'waiting', 'waiting', 'waiting']);
  await queue({ at: NOON + HOUR + 1 });
  expect((await states()).at(-1)).toBe('waiting');
});

test('ten a day, and no more', async () => {
  for (let hour = 0; hour < 6; hour += 1) await times(2, { at: NOON + hour * 2 * HOUR });
  expect((await states()).filter((state) => state === 'held')).toHaveLength(12 - MAIL_BUDGETS.recipient.daily);
  await queue({ at: NOON + 25 * HOUR });
  expect((await states()).at(-1)).toBe('waiting');
});

test('what was held back does not count: nobody is kept from their own mail for longer by somebody who goes on trying', async () => {
  await times(20);
  await times(1, { at: NOON + HOUR + 1 });
  expect((await states()).at(-1)).toBe('waiting');
});

test('other recipients have budgets of their own, however the address is spelt', async () => {
  await times(3);
  await queue({ to: 'MIRA@Home.example', at: NOON + 1 });
  await queue({ to: 'other@home.example', at: NOON + 2 });
  expect((await states()).slice(-2)).toEqual(['held', 'waiting']);
});

test('mail that somebody causes themselves is never held back', async () => {
  await times(3);
  await times(5, { kind: 'password-changed', at: NOON + 1 });
  expect((await states()).slice(3)).toEqual(Array(5).fill('waiting'));
});

test('one network cannot have mail sent to many strangers', async () => {
  const { hourly } = MAIL_BUDGETS.network;
  for (let one = 0; one < hourly + 2; one += 1) await queue({ to: `stranger-${one}@home.example`, at: NOON + one });
  expect((await states()).slice(hourly - 1)).toEqual(['waiting', 'held', 'held']);
  await queue({ to: 'stranger-x@home.example', network: 'another network', at: NOON + MINUTE });
  expect((await states()).at(-1)).toBe('waiting');
});

test('fifty at the same moment are counted one by one', async () => {
  await Promise.all(Array.from({ length: 50 }, () => queue()));
  expect((await states()).filter((state) => state === 'waiting')).toHaveLength(MAIL_BUDGETS.recipient.hourly);
});

test('a key that was written is not written again', async () => {
  const order = {
    kind: 'role-granted',
    key: 'role-granted/one',
    to: 'mira@home.example',
    accountId: null,
    language: 'en',
    network: null,
    facts: { role: 'moderator' },
  } as const;
  const prepare = preparer(NOON);
  await runBatch(fresh.db, queueStatements(fresh.db, [await prepare(order), await prepare(order)]));
  await runBatch(fresh.db, queueStatements(fresh.db, [await prepare(order)]));
  expect(await states()).toEqual(['waiting']);
});

test('the outbox holds nobody’s address, link or words in the clear', async () => {
  await queue();
  const [row] = await fresh.db.select().from(mails);
  expect(JSON.stringify(row)).not.toMatch(/mira|home|Firefox|"t"/);
  expect(row?.masked).toBe('m…@h….example');
});

test('a reminder of a sign-up counts, too: whoever typed that address was perhaps not its owner', async () => {
  await times(3);
  const until = NOON + HOUR;
  const order = { key: 'remind-sign-up/one', to: 'mira@home.example', accountId: null, language: 'en', network: null } as const;
  const reminder = await preparer(NOON + MINUTE)({ ...order, kind: 'remind-sign-up', facts: { token: 't', until } });
  await runBatch(fresh.db, queueStatements(fresh.db, [reminder]));
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting', 'held']);
});
