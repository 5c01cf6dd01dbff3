import { afterEach, beforeEach, expect, test } from 'vitest';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const HOUR = DAY / 24;

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const run = (statement: string) => fresh.client.execute(statement);
const rowsOf = async (statement: string) => (await run(statement)).rows.map((row) => ({ ...row }));
const countOf = async (table: string) => Number((await rowsOf(`select count(*) as n from ${table}`))[0]?.['n']);

function carryOut(id: RetentionId, now: number, chunk = 100) {
  const rows = retentionRepository(fresh.db)[id];
  if (rows === undefined) throw new Error(`nothing keeps ${id}`);
  const context = { now, clock: () => now, deadline: now + 1, chunk, runs: retentionRunsRepository(fresh.db) };
  return carryOutRule(context, { rule: ruleOf(RETENTION, id), rows });
}

async function addAccount(id: string, { restricted = false } = {}): Promise<void> {
  await run(`insert into accounts (id, email, email_key, password_hash, role, language, created_at, terms_version, privacy_version, accepted_at, stated_age, active_at, restricted_at)
    values ('${id}', '${id}@mail.example', '${id}@mail.example', 'hash', 'seeker', 'en', 1, 1, 1, 1, 16, 1, ${restricted ? 1 : 'null'})`);
}

const addSignUp = (id: string, createdAt: number) =>
  run(`insert into sign_ups (id, email, email_key, password_hash, role, language, terms_version, privacy_version, stated_age, created_at)
    values ('${id}', '${id}@mail.example', '${id}@mail.example', 'hash', 'seeker', 'en', 1, 1, 16, ${createdAt})`);

const addMail = (id: string, { key = id, accountId = '', sealed = true, createdAt = NOON, state = 'waiting' } = {}) =>
  run(`insert into mails (id, "key", kind, account_id, recipient, masked, sealed, language, asked_for, network, state, created_at, due_at, expires_at)
    values ('${id}', '${key}', 'new-device', ${accountId === '' ? 'null' : `'${accountId}'`}, 'hash', 'm…', ${sealed ? "'sealed words'" : 'null'}, 'en', 1, 'network',
    '${state}', ${createdAt}, ${createdAt}, ${createdAt})`);

const addLine = (id: string, accountId: string) =>
  run(
    `insert into activity (id, account_id, at, kind, details) values ('${id}', '${accountId}', ${NOON}, 'signed-in', '{"country":"SE"}')`,
  );

/** Writes down what stands in a column of a row at the moment of its deletion. */
const watch = (table: string, column: string) =>
  fresh.client.batch([
    'create table if not exists seen (what text)',
    `create trigger seen_${table} before delete on ${table} begin insert into seen values (old.${column}); end`,
  ]);

test('a sign-up that nobody confirmed is gone after seven days, with its link, and its words are overwritten first', async () => {
  await watch('sign_ups', 'email || old.email_key');
  await addSignUp('old', NOON);
  await addSignUp('new', NOON + 1);
  await run(
    `insert into link_tokens (id, kind, sign_up_id, created_at, expires_at) values ('t', 'confirm-sign-up', 'old', 1, ${NOON * 2})`,
  );
  expect(await carryOut('sign-ups', NOON + 7 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('sign-ups', NOON + 7 * DAY)).toEqual({ done: true, deleted: 1, oldestLeft: NOON + 1 });
  expect(await rowsOf('select id from sign_ups')).toEqual([{ id: 'new' }]);
  expect(await countOf('link_tokens')).toBe(0);
  expect(String((await rowsOf('select what from seen'))[0]?.['what'])).toMatch(/^[0-9A-F]{32}$/);
});

test('sign-ups with addresses of one length go in one chunk', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) await addSignUp(id, NOON);
  expect(await carryOut('sign-ups', NOON + 7 * DAY, 2)).toMatchObject({ deleted: 5 });
});

test('links, sign-ins half-way and used codes go an hour after they open nothing any more', async () => {
  await addAccount('a', { restricted: true });
  await run(`insert into link_tokens (id, kind, account_id, created_at, expires_at, used_at) values
    ('used', 'reset-password', 'a', 1, ${NOON + DAY}, ${NOON}), ('ended', 'reset-password', 'a', 1, ${NOON}, null), ('open', 'reset-password', 'a', 1, ${NOON + DAY}, null)`);
  await run(
    `insert into challenges (id, kind, account_id, challenge, created_at, expires_at) values ('c', 'totp-add', 'a', 'sealed', 1, ${NOON})`,
  );
  await run(`insert into totp_uses (account_id, step, used_at) values ('a', 1, ${NOON})`);
  expect(await carryOut('link-tokens', NOON + HOUR - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('link-tokens', NOON + HOUR, 1)).toMatchObject({ deleted: 4 });
  expect(await rowsOf('select id from link_tokens')).toEqual([{ id: 'open' }]);
});

test('a session’s row goes an hour after its end, whichever end came first', async () => {
  await addAccount('a');
  const ends = { idle: [NOON, NOON + DAY], longest: [NOON + DAY, NOON], runs: [NOON + DAY, NOON + DAY] };
  for (const [id, [expires, end]] of Object.entries(ends))
    await run(`insert into sessions (id, account_id, handle, role, created_at, seen_at, expires_at, ends_at, proven_at, proof, browser, country)
      values ('${id}', 'a', '${id}', 'seeker', 1, 1, ${expires}, ${end}, 1, 'password', 'Firefox', 'SE')`);
  await carryOut('sessions', NOON + HOUR);
  expect(await rowsOf('select id from sessions')).toEqual([{ id: 'runs' }]);
});

test('a browser is remembered for twelve months after its last sign-in', async () => {
  await addAccount('a');
  await run(
    `insert into known_browsers (id, account_id, browser, country, created_at, used_at) values ('b', 'a', 'Firefox', 'SE', 1, ${NOON})`,
  );
  await carryOut('known-browsers', Date.UTC(2027, 4, 4, 11));
  expect(await countOf('known_browsers')).toBe(1);
  await carryOut('known-browsers', Date.UTC(2027, 4, 5));
  expect(await countOf('known_browsers')).toBe(0);
});

test('a former address is forgotten a week after the change, or after the wish for it', async () => {
  await addAccount('a');
  await run(`insert into address_changes (id, account_id, old_email, new_email, new_email_key, asked_at, confirmed_at) values
    ('wish', 'a', 'o@x.example', 'n@x.example', 'n@x.example', ${NOON}, null), ('change', 'a', 'o@x.example', 'n@x.example', 'n@x.example', ${NOON}, ${NOON + DAY})`);
  await carryOut('address-changes', NOON + 7 * DAY);
  expect(await rowsOf('select id from address_changes')).toEqual([{ id: 'change' }]);
  await carryOut('address-changes', NOON + 8 * DAY);
  expect(await countOf('address_changes')).toBe(0);
});

test('lines of activity and objections end, those of a restricted account stay', async () => {
  await addAccount('a');
  await addAccount('frozen', { restricted: true });
  for (const id of ['a', 'frozen']) {
    await addLine(`line of ${id}`, id);
    await run(
      `insert into objections (id, account_id, purpose, reason, made_at, due_at) values ('${id}', '${id}', 'security', 'mine', ${NOON}, 1)`,
    );
  }
  await carryOut('activity', Date.UTC(2028, 5, 1));
  await carryOut('objections', Date.UTC(2028, 5, 1));
  expect(await rowsOf('select account_id from activity union all select account_id from objections')).toEqual([
    { account_id: 'frozen' },
    { account_id: 'frozen' },
  ]);
});

test('that an account was deleted is known for 24 months', async () => {
  await run(`insert into erasure_archive (subject, erased_at) values ('hash', ${NOON})`);
  await carryOut('erasure-archive', Date.UTC(2028, 4, 3));
  expect(await countOf('erasure_archive')).toBe(1);
  await carryOut('erasure-archive', Date.UTC(2028, 4, 5));
  expect(await countOf('erasure_archive')).toBe(0);
});

test('networks are forgotten after 48 hours, with the key of their day, for restricted accounts as well', async () => {
  await addAccount('frozen', { restricted: true });
  await run(
    `insert into attempts (subject, failures, first_at, last_at, wait_until) values ('old', 1, 1, ${NOON}, 1), ('new', 1, 1, ${NOON + 1}, 1)`,
  );
  await addMail('m', { accountId: 'frozen' });
  const day = (offset: number) => new Date(NOON + offset * DAY).toISOString().slice(0, 10);
  await run(`insert into network_keys (day, key) values ('${day(0)}', 'k'), ('${day(1)}', 'k'), ('${day(3)}', 'k')`);
  await carryOut('network-hashes', NOON + 2 * DAY);
  expect(await rowsOf('select subject from attempts')).toEqual([{ subject: 'new' }]);
  expect(await rowsOf('select network from mails')).toEqual([{ network: null }]);
  expect((await rowsOf('select day from network_keys order by day')).map(({ day }) => day)).toEqual([day(1), day(3)]);
});

test('what a mail says is wiped after 72 hours, and it is not sent any more; the row stays', async () => {
  await addMail('waits');
  await addMail('sent', { state: 'sent', sealed: false });
  await carryOut('mail-contents', NOON + 3 * DAY - 1);
  expect(await countOf("mails where sealed = 'sealed words'")).toBe(1);
  expect(await carryOut('mail-contents', NOON + 3 * DAY)).toMatchObject({ deleted: 1 });
  expect(await rowsOf('select id, sealed, state from mails order by id')).toEqual([
    { id: 'sent', sealed: null, state: 'sent' },
    { id: 'waits', sealed: null, state: 'expired' },
  ]);
});

test('of the receipt of a deletion nothing is left after 72 hours', async () => {
  await watch('mails', 'recipient || old.masked');
  await addMail('receipt', { key: 'deletion-receipt/x', state: 'sent', sealed: false });
  await addMail('other', { sealed: false });
  await carryOut('mail-contents', NOON + 3 * DAY);
  expect(await rowsOf('select id from mails')).toEqual([{ id: 'other' }]);
  expect(String((await rowsOf('select what from seen'))[0]?.['what'])).toMatch(/^0+$/);
});

test('that a mail was written is known for 90 days, a restricted account’s for longer', async () => {
  await addAccount('a');
  await addAccount('frozen', { restricted: true });
  await addMail('one', { accountId: 'a' });
  await addMail('two', { accountId: 'frozen' });
  await addMail('three');
  await run(`insert into mail_reports (id, received_at) values ('r', ${NOON})`);
  await carryOut('mail-keys', NOON + 90 * DAY);
  expect(await rowsOf('select id from mails')).toEqual([{ id: 'two' }]);
  expect(await countOf('mail_reports')).toBe(0);
});

test('that mail to an address came back is known for twelve months', async () => {
  await run(`insert into mail_suppressions (recipient, reason, at) values ('hash', 'bounce', ${NOON})`);
  await carryOut('mail-suppressions', Date.UTC(2027, 4, 3));
  expect(await countOf('mail_suppressions')).toBe(1);
  await carryOut('mail-suppressions', Date.UTC(2027, 4, 5));
  expect(await countOf('mail_suppressions')).toBe(0);
});
