import { afterEach, beforeEach, expect, test } from 'vitest';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const run = (statement: string) => fresh.client.execute(statement);
const rowsOf = async (statement: string) => (await run(statement)).rows.map((row) => ({ ...row }));

function carryOut(id: RetentionId, now: number) {
  const rows = retentionRepository(fresh.db)[id];
  if (rows === undefined) throw new Error(`nothing keeps ${id}`);
  const context = { now, clock: () => now, deadline: now + 1, chunk: 100, runs: retentionRunsRepository(fresh.db) };
  return carryOutRule(context, { rule: ruleOf(RETENTION, id), rows });
}

const addMessage = (id: string, createdAt: number) =>
  run(`insert into relay_messages (id, post_id, sealed, recipient, sender, network, confirmed_at, created_at)
    values ('${id}', 'post', 'sealed words', 'hash', 'hash', 'network', ${createdAt}, ${createdAt})`);

test(
  'a message that could not be handed on is gone after 14 days, and its words are overwritten first',
  proves('message-by-relay'),
  async () => {
    await run('create table seen (what text)');
    await run('create trigger seen_relay before delete on relay_messages begin insert into seen values (old.sealed || old.sender); end');
    await addMessage('old', NOON);
    await addMessage('new', NOON + 1);
    await carryOut('relay-messages', NOON + 14 * DAY);
    expect(await rowsOf('select id from relay_messages')).toEqual([{ id: 'new' }]);
    expect(String((await rowsOf('select what from seen'))[0]?.['what'])).toMatch(/^0+$/);
  },
);

test('the network that a message came from, and how many contacts it was shown, are forgotten after 48 hours', async () => {
  await addMessage('old', NOON);
  await addMessage('new', NOON + 1);
  await run(`insert into reveal_budgets (subject, used, first_at, last_at) values ('old', 1, 1, ${NOON}), ('new', 1, 1, ${NOON + 1})`);
  await carryOut('network-hashes', NOON + 2 * DAY);
  expect(await rowsOf('select id, network from relay_messages order by id')).toEqual([
    { id: 'new', network: 'network' },
    { id: 'old', network: null },
  ]);
  expect(await rowsOf('select subject from reveal_budgets')).toEqual([{ subject: 'new' }]);
});
