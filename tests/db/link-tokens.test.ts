import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { issueLinkStatements, linkTokensRepository, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { networkKeysRepository } from '#db/repositories/network-keys.ts';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { hashNetwork } from '#worker/accounts/hash-network.ts';
import { issueLink, type LinkAsked, linkIdOf } from '#worker/accounts/link-tokens.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => database.client.execute('delete from link_tokens'));
afterAll(() => database.close());

const NOW = 1_790_000_000_000;
const DAY = 86_400_000;

async function issued(asked: Partial<LinkAsked> = {}) {
  const { token, link } = await issueLink(NOW, { kind: 'confirm-sign-up', ...asked });
  await runBatch(database.db, issueLinkStatements(database.db, link));
  return { token, link };
}
const find = (id: string, now = NOW) => linkTokensRepository(database.db).find(id, now);
const use = (id: string, now = NOW, kind: LinkAsked['kind'] = 'confirm-sign-up') =>
  runOrNothing(database.db, [
    ...useLinkStatements(database.db, { id, kind, now }),
    database.db.run("insert into facts values (hex(randomblob(8)), 'used')"),
  ]);
const effects = async () => {
  const { rows } = await database.client.execute("delete from facts where value = 'used' returning value");
  return rows.length;
};

test('the database holds the hash of a token, and finds the link by it', async () => {
  const { token, link } = await issued();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await linkIdOf(token)).toBe(link.id);
  expect(JSON.stringify((await database.client.execute('select * from link_tokens')).rows)).not.toContain(token);
  expect(await find(link.id)).toMatchObject({ kind: 'confirm-sign-up', expiresAt: NOW + 7 * DAY });
});

test('what is no token is none: too short, too long, of other letters', async () => {
  const { token } = await issued();
  for (const wrong of ['', token.slice(1), `${token}a`, `${token.slice(1)}/`, ` ${token}`]) expect(await linkIdOf(wrong)).toBeNull();
});

test('a link is used once, and what it does happens once', async () => {
  const { link } = await issued();
  expect([await use(link.id), await use(link.id)]).toEqual([true, false]);
  expect([await find(link.id), await effects()]).toEqual([null, 1]);
});

test('of many who use a link at once one goes through', async () => {
  const { link } = await issued();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => use(link.id)));
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await effects()).toBe(1);
});

test('a link that is over, of another kind, or that nobody made does nothing', async () => {
  const { link } = await issued();
  const outcomes = [await use(link.id, link.expiresAt), await use(link.id, NOW, 'reset-password'), await use('0'.repeat(64))];
  expect([...outcomes, await effects()]).toEqual([false, false, false, 0]);
  expect(await find(link.id, link.expiresAt)).toBeNull();
  const { rows } = await database.client.execute('select used_at from link_tokens');
  expect(rows).toEqual([{ used_at: null }]);
});

test('clocks that are five minutes apart change nothing but the end', async () => {
  const { link } = await issued();
  expect(await find(link.id, NOW - 5 * 60_000)).not.toBeNull();
  expect(await use(link.id, NOW - 5 * 60_000)).toBe(true);
});

test('a newer link takes the place of an older one of its kind', async () => {
  const older = await issued();
  const other = await issued({ kind: 'reset-password' });
  const newer = await issued();
  expect([await find(older.link.id), await use(older.link.id)]).toEqual([null, false]);
  expect([await find(other.link.id), await find(newer.link.id)].map((link) => link?.id)).toEqual([other.link.id, newer.link.id]);
  await effects();
});

test('a network has one hash for a day, whoever asks first, and another the next day', async () => {
  const networkKeys = networkKeysRepository(database.db);
  const hashes = await Promise.all(Array.from({ length: 5 }, () => hashNetwork({ now: NOW, networkKeys }, '4:192.0.2.7')));
  expect(new Set(hashes).size).toBe(1);
  expect(await hashNetwork({ now: NOW, networkKeys }, '4:192.0.2.8')).not.toBe(hashes[0]);
  expect(await hashNetwork({ now: NOW + DAY, networkKeys }, '4:192.0.2.7')).not.toBe(hashes[0]);
});
