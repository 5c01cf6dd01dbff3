import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditActorsRepository } from '#db/repositories/audit-actors.ts';
import { auditCheckRepository } from '#db/repositories/audit-check.ts';
import { auditLogRepository } from '#db/repositories/audit-log.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { auditLines } from '#db/repositories/retention-staff.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { proves } from '#tests/support/proves.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';
import { appendAudit } from '#worker/staff/append-audit.ts';
import { keepAuditHead } from '#worker/staff/keep-audit-head.ts';
import { auditSeal } from '#worker/staff/model/audit-line.ts';
import { verifyAudit } from '#worker/staff/verify-audit.ts';

const SECRET = 'a secret that only the tests know, and long';
const OCTOBER = Date.UTC(2026, 9, 20);
const NOVEMBER = Date.UTC(2026, 10, 22);
const RULE = ruleOf(RETENTION, 'audit-log');

let fresh: FreshDatabase;
let accountId: string;
let files: ReturnType<typeof fileStore>;
beforeEach(async () => {
  fresh = await freshDatabase();
  files = fileStore(memoryBucket(), SECRET);
  accountId = (await makeAccount(fresh.db, { role: 'moderator' })).id;
  for (const now of [OCTOBER, OCTOBER, NOVEMBER, NOVEMBER]) await act(now);
});
afterEach(() => fresh.close());

const auditLog = () => auditLogRepository(fresh.db);
const run = (statement: string) => fresh.client.execute(statement);

function act(now: number) {
  const context = { now, auditLog: auditLog(), auditActors: auditActorsRepository(fresh.db), sealAudit: auditSeal(SECRET) };
  const subject = { kind: 'post', id: 'a' } as const;
  return appendAudit(context, { staff: { is: 'moderator', accountId }, act: 'post-approved', subject, reason: 'queue' });
}

const keepHead = (now: number) => keepAuditHead({ now, auditLog: auditLog(), files, keptSince: before(now, RULE.keep) });
const verify = ({ secret = SECRET, now = NOVEMBER } = {}) =>
  verifyAudit({ auditCheck: auditCheckRepository(fresh.db), sealAudit: auditSeal(secret), files, keptSince: before(now, RULE.keep) });

test('a log that nobody touched is whole', proves('staff-acts-chained'), async () => {
  await keepHead(NOVEMBER);
  expect(await verify()).toMatchObject({ lines: 4, months: 2, removed: 0, heads: 1, fault: null, head: { seq: 4 } });
  expect((await verify({ secret: 'another secret, as long as the first one' })).fault).toEqual({ is: 'line-changed', seq: 1 });
});

test.each([
  ["update audit_log set reason = 'mistake' where seq = 2", { is: 'line-changed', seq: 2 }],
  ["update audit_log set actor = 'somebody else' where seq = 4", { is: 'line-changed', seq: 4 }],
  ['delete from audit_log where seq = 3', { is: 'line-missing', seq: 3 }],
  ['delete from audit_log where seq = 4', { is: 'line-missing', seq: 4 }],
  ["update audit_segments set count = 1 where segment = '2026-10'", { is: 'month-changed', segment: '2026-10' }],
  ["update audit_segments set removed_at = 1 where segment = '2026-10'", { is: 'removed-too-early', segment: '2026-10' }],
  [
    'insert into audit_log select 5, segment, at, actor, act, subject_kind, subject, reason, mac from audit_log where seq = 4',
    { is: 'line-added', seq: 5 },
  ],
])('%s is found', proves('staff-acts-chained'), async (statement, fault) => {
  await run(statement);
  expect((await verify()).fault).toEqual(fault);
});

test(
  'whoever cuts the end off, and the counts with it, is told by the head outside the database',
  proves('staff-acts-chained'),
  async () => {
    await keepHead(NOVEMBER);
    const [kept] = (await run('select mac from audit_log where seq = 3')).rows;
    await run('delete from audit_log where seq = 4');
    await run(`update audit_segments set count = 1, last_mac = '${String(kept?.['mac'])}' where segment = '2026-11'`);
    expect((await verify()).fault).toEqual({ is: 'cut-off', day: '2026-11-22', seq: 4 });
    await act(NOVEMBER + 1);
    expect((await verify()).fault).toEqual({ is: 'made-anew', day: '2026-11-22', seq: 4 });
  },
);

test('a month that ended by its rule goes as a whole, and what is left is verified as before', proves('staff-acts-chained'), async () => {
  await keepHead(OCTOBER);
  await keepHead(NOVEMBER);
  const later = Date.UTC(2028, 10, 2);
  const context = { now: later, clock: () => later, deadline: later, chunk: 1, runs: retentionRunsRepository(fresh.db) };
  const carried = await carryOutRule(context, { rule: RULE, rows: auditLines(fresh.db) });
  expect(carried).toMatchObject({ deleted: 2 });
  expect((await run('select seq from audit_log order by seq')).rows).toMatchObject([{ seq: 3 }, { seq: 4 }]);
  expect(await verify({ now: later })).toMatchObject({ lines: 2, removed: 1, fault: null, head: { seq: 4 } });
  await act(later);
  expect(await verify({ now: later })).toMatchObject({ lines: 3, fault: null, head: { seq: 5 } });
  await keepHead(later);
  expect((await verify({ now: later })).heads).toBe(2);
});

test('a log cut off within the day does not take the place of that day’s longer head', proves('staff-acts-chained'), async () => {
  await keepHead(NOVEMBER);
  await run('delete from audit_log where seq = 4');
  const [kept] = (await run('select mac from audit_log where seq = 3')).rows;
  await run(`update audit_segments set count = 1, last_mac = '${String(kept?.['mac'])}' where segment = '2026-11'`);
  await keepHead(NOVEMBER + 1);
  expect((await verify()).fault).toEqual({ is: 'cut-off', day: '2026-11-22', seq: 4 });
});
