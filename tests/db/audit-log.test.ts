import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditActorsRepository } from '#db/repositories/audit-actors.ts';
import { auditLogRepository } from '#db/repositories/audit-log.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { type Audited, appendAudit } from '#worker/staff/append-audit.ts';
import { auditSeal } from '#worker/staff/model/audit-line.ts';

const SECRET = 'a secret that only the tests know, and long';
const sealAudit = auditSeal(SECRET);

let fresh: FreshDatabase;
let staff: Audited['staff'];
beforeEach(async () => {
  fresh = await freshDatabase();
  const { id } = await makeAccount(fresh.db, { role: 'moderator' });
  staff = { is: 'moderator', accountId: id };
});
afterEach(() => fresh.close());

function contextAt(now: number) {
  return { now, auditLog: auditLogRepository(fresh.db), auditActors: auditActorsRepository(fresh.db), sealAudit };
}

function act(more: Partial<Audited> = {}, { now = NOON, statements = [] }: { now?: number; statements?: readonly Statement[] } = {}) {
  const said = { staff, act: 'post-approved', subject: { kind: 'post', id: 'a' }, reason: 'queue', ...more } as const;
  return appendAudit(contextAt(now), said, statements);
}

const rows = async (statement: string) => (await fresh.client.execute(statement)).rows;

test('thirty acts at the same moment stand in one row, each with what it did', async () => {
  const done = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      act({}, { statements: [fresh.db.run(sql`insert into facts (name, value) values (${`act-${index}`}, '')`)] }),
    ),
  );
  expect(done.every((held) => held)).toBe(true);
  expect((await rows('select seq from audit_log order by seq')).map(({ seq }) => Number(seq))).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  expect(await rows(`select count(*) n from facts where name like 'act-%'`)).toMatchObject([{ n: 30 }]);
  expect(await rows('select first_seq, count from audit_segments')).toMatchObject([{ first_seq: 1, count: 30 }]);
});

test('an act that does not hold leaves no line, and no line is written without its act', async () => {
  expect(await act({}, { statements: [orNothing(fresh.db, sql`1 = 2`)] })).toBe(false);
  expect(await rows('select * from audit_log')).toEqual([]);
  await expect(act({}, { statements: [fresh.db.run(sql`insert into nowhere values (1)`)] })).rejects.toThrow();
  expect(await rows('select * from audit_log')).toEqual([]);
});

test('whoever lost the role, was suspended or froze the account since the request came in does nothing more', async () => {
  const before = (column: string) => [fresh.db.run(sql`insert into facts (name, value) values (${column}, '')`)];
  for (const change of ['suspended_at = 1', 'restricted_at = 1', "role = 'seeker'", "role = 'administrator'"]) {
    await fresh.client.execute(`update accounts set suspended_at = null, restricted_at = null, role = 'moderator'`);
    await fresh.client.execute(`update accounts set ${change}`);
    await expect(act({}, { statements: before(change) }), change).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await rows('select * from audit_log')).toEqual([]);
  expect(await rows("select * from facts where name like '%=%'")).toEqual([]);
});

test('nobody but staff can write a line', async () => {
  await expect(act({ staff: { is: 'employer', accountId: staff.accountId } })).rejects.toMatchObject({ code: 'forbidden' });
});

test('somebody has one pseudonym, which says nothing once its row is erased', async () => {
  const { auditActors } = contextAt(NOON);
  const asked = await Promise.all(Array.from({ length: 10 }, () => auditActors.pseudonymOf(staff.accountId, NOON)));
  expect(new Set(asked).size).toBe(1);
  expect(await auditActors.accountOf(asked[0] ?? '')).toBe(staff.accountId);
  await act();
  await fresh.client.execute('delete from audit_actors');
  expect(await auditActors.accountOf(asked[0] ?? '')).toBeNull();
  expect(await rows('select actor from audit_log')).toMatchObject([{ actor: asked[0] }]);
});

test('free words stand beside the log, not in it', async () => {
  await act({ note: 'rang the employer first' });
  expect(await rows('select seq, note from audit_notes')).toMatchObject([{ seq: 1, note: 'rang the employer first' }]);
  expect(JSON.stringify(await rows('select * from audit_log'))).not.toContain('rang');
});

test('a new month closes the one before, and a late line goes where the log is', async () => {
  await act();
  await act({}, { now: Date.UTC(2031, 0, 1) });
  await act();
  const found = await rows('select first_seq, count, closed_at is not null as closed from audit_segments order by first_seq');
  expect(found).toMatchObject([
    { first_seq: 1, count: 1, closed: 1 },
    { first_seq: 2, count: 2, closed: 0 },
  ]);
});
