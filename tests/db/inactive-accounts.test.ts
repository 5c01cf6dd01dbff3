import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activityStatements } from '#db/repositories/activity.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, activity, mails } from '#db/schema/account-tables.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { proves } from '#tests/support/proves.ts';
import { ACTIVITY_KINDS, type ActivityKindId } from '#worker/accounts/model/activity-kinds.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { keptAccounts } from '#worker/privacy/kept-accounts.ts';
import { receiptKey } from '#worker/privacy/model/person.ts';
import { warnInactive } from '#worker/privacy/warn-inactive.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule, lookAhead } from '#worker/retention/carry-out-rule.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

const DAY = 86_400_000;
const LAST_USED = Date.UTC(2026, 2, 31, 12);
/** 35 months, and fifteen days more. The end of February stays in February. */
const FIRST = Date.UTC(2029, 1, 28, 12);
const SECOND = FIRST + 15 * DAY;
const END = Date.UTC(2029, 2, 31, 12);

let fresh: FreshDatabase;
let env: Env;
beforeEach(async () => {
  fresh = await freshDatabase();
  const plenty = { limit: async () => ({ success: true }) };
  const { url, token } = fresh.address;
  const secret = 'a secret that only the tests know, and long';
  env = {
    DATABASE_URL: url,
    DATABASE_TOKEN: token,
    PUBLIC_URL: 'https://board.example',
    SECRET: secret,
    RATE_EXACT: plenty,
    RATE_WIDER: plenty,
    FILES: memoryBucket(),
  };
});
afterEach(() => fresh.close());

/** Safe: an object's own keys. */
const kinds = Object.keys(ACTIVITY_KINDS) as ActivityKindId[];

const at = (now: number) => createContainer(configOf(env), () => now);
const warn = (now: number, limit = 10) => warnInactive(at(now), limit);
const unused = (wanted: Parameters<typeof makeAccount>[1] = {}) =>
  makeAccount(fresh.db, { activeAt: LAST_USED, createdAt: LAST_USED, ...wanted });
const warningsOf = async ({ id }: TestAccount) =>
  (await fresh.db.select().from(accounts).where(eq(accounts.id, id)))[0]?.inactivityWarnings ?? 'gone';

function close(now: number) {
  const container = at(now);
  const carried = { rule: ruleOf(RETENTION, 'accounts'), rows: keptAccounts(container) };
  return carryOutRule({ now, clock: () => now, deadline: now + 1, chunk: 10, runs: container.retentionRuns }, carried);
}

test(
  'an account without use is warned at 35 and at 35½ months, and ends at 36, with a receipt',
  proves('account-until-deleted'),
  async () => {
    const account = await unused();
    const steps: unknown[] = [];
    for (const now of [FIRST - 1, FIRST, FIRST + DAY, SECOND - 1, SECOND, END - 1, END]) {
      await warn(now);
      const { deleted } = await close(now);
      steps.push([await warningsOf(account), deleted]);
    }
    expect(steps).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [2, 0],
      [2, 0],
      ['gone', 1],
    ]);
    const [receipt] = await fresh.db
      .select()
      .from(mails)
      .where(eq(mails.key, receiptKey(account.id)));
    const opened = receipt === undefined ? null : await at(END).openMail(receipt);
    expect(opened?.text).toContain('Nobody had used your account for a long time');
  },
);

test('each warning says the day of the end, and how to keep the account', async () => {
  const account = await unused();
  await warn(FIRST);
  await warn(SECOND);
  const sent = await fresh.db.select().from(mails).where(eq(mails.accountId, account.id)).orderBy(mails.createdAt);
  expect(sent.map(({ kind }) => kind)).toEqual(['inactivity-warning', 'inactivity-warning']);
  for (const mail of sent) {
    const opened = await at(SECOND).openMail(mail);
    expect(opened?.text).toMatch(/31 March 2029|March 31, 2029/);
    expect(opened?.text).toContain('https://board.example/sign-in');
  }
});

test('whatever counts as use begins the months anew; mail that arrives does not', proves('account-until-deleted'), async () => {
  for (const kind of kinds) {
    const { isUse } = ACTIVITY_KINDS[kind];
    const account = await unused({ inactivityWarnings: 2 });
    const line = { accountId: account.id, at: SECOND, kind, details: {} };
    await runBatch(fresh.db, activityStatements(fresh.db, line));
    const [left] = await fresh.db.select().from(accounts).where(eq(accounts.id, account.id));
    expect([left?.activeAt, left?.inactivityWarnings], kind).toEqual(isUse ? [SECOND, 0] : [LAST_USED, 2]);
  }
  expect(ACTIVITY_KINDS['inactivity-warned'].isUse).toBe(false);
});

test('whoever signs in at the last moment keeps the account, even while it is being closed', async () => {
  const account = await unused();
  await warn(FIRST);
  await warn(SECOND);
  const container = at(END);
  const slow = {
    ...container,
    accounts: {
      ...container.accounts,
      byId: async (id: string) => {
        const found = await container.accounts.byId(id);
        await runBatch(fresh.db, activityStatements(fresh.db, { accountId: id, at: END, kind: 'signed-in', details: {} }));
        return found;
      },
    },
  };
  const rows = keptAccounts(slow);
  expect(await rows.remove({ cutoff: LAST_USED, now: END, limit: 5, run: { rule: 'accounts', slot: 1 } })).toBe(0);
  expect(await warningsOf(account)).toBe(0);
  expect(await container.files.list('erasures/')).toEqual([]);
});

test('a frozen account neither is warned nor ends', async () => {
  const account = await unused({ restrictedAt: 1 });
  await warn(END);
  await close(END + 100 * DAY);
  expect(await warningsOf(account)).toBe(0);
});

test('where the board slept, nobody is closed sooner than thirteen days after the last warning', async () => {
  const account = await unused();
  const late = END + 50 * DAY;
  await warn(late);
  await close(late);
  expect(await warningsOf(account)).toBe(1);
  await warn(late + 12 * DAY);
  expect(await warningsOf(account)).toBe(1);
  await warn(late + 13 * DAY);
  await close(late + 25 * DAY);
  expect(await warningsOf(account)).toBe(2);
  await close(late + 26 * DAY);
  expect(await warningsOf(account)).toBe('gone');
});

test('whoever comes back while the warning is written is not warned', async () => {
  const account = await unused();
  const { inactiveAccounts, prepareMail, ...container } = at(FIRST);
  const comesBack = async (order: Parameters<typeof prepareMail>[0]) => {
    await fresh.db.update(accounts).set({ activeAt: FIRST }).where(eq(accounts.id, account.id));
    return prepareMail(order);
  };
  await warnInactive({ ...container, inactiveAccounts, prepareMail: comesBack }, 10);
  expect(await warningsOf(account)).toBe(0);
  expect(await fresh.db.select().from(mails).where(eq(mails.accountId, account.id))).toEqual([]);
});

test('two that warn at once write one mail', async () => {
  const account = await unused();
  await Promise.all([warn(FIRST), warn(FIRST), warn(FIRST)]);
  expect(await warningsOf(account)).toBe(1);
  expect(await fresh.db.select().from(mails).where(eq(mails.accountId, account.id))).toHaveLength(1);
  expect(await fresh.db.select().from(activity).where(eq(activity.accountId, account.id))).toHaveLength(1);
});

test('more than one round takes at once are done round by round', async () => {
  for (let count = 0; count < 5; count += 1) await unused();
  expect(await warn(FIRST, 2)).toEqual({ warned: 2, done: false });
  expect(await warn(FIRST, 2)).toEqual({ warned: 2, done: false });
  expect(await warn(FIRST, 2)).toEqual({ warned: 1, done: true });
});

test('looking ahead says how many would end, and the tick does all of it', proves('account-until-deleted'), async () => {
  const account = await unused();
  const rule = ruleOf(RETENTION, 'accounts');
  expect(await lookAhead(END, { rule, rows: { survey: at(END).inactiveAccounts.survey, remove: async () => 0 } })).toEqual({
    due: 1,
    oldestLeft: null,
  });
  const tick = (now: number) => runTick(env, { clock: () => now, log: () => {} });
  for (const now of [FIRST, SECOND, END]) await tick(now);
  expect(await warningsOf(account)).toBe('gone');
  const keys = await fresh.client.execute('select day from network_keys order by day');
  expect(keys.rows.map(({ day }) => day)).toContain(new Date(END + DAY).toISOString().slice(0, 10));
});
