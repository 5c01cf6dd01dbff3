import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobWrites, type NewJob } from '#db/repositories/job-writes.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { compactIndex } from '#search/embedded/compact.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, aPlace, DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { privacyPolicy } from '#worker/promises/model/documents/privacy-policy.ts';
import { days } from '#worker/promises/model/duration.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';
import { RETENTION, type RetentionId, type RetentionRule, ruleOf } from '#worker/promises/model/retention.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';
import { inLanguage } from '#worker/promises/model/words.ts';
import { type Carried, carryOutRule, lookAhead } from '#worker/retention/carry-out-rule.ts';

let fresh: FreshDatabase;
let hospital: number;
beforeEach(async () => {
  fresh = await freshDatabase();
  hospital = await addEmployer(fresh.db, 'Hospital');
});
afterEach(() => fresh.close());

const SLOT = (now: number) => Math.floor(now / DAY);

function carried(id: RetentionId, rules: readonly RetentionRule[] = RETENTION): Carried {
  const rows = retentionRepository(fresh.db)[id];
  if (rows === undefined) throw new Error(`nothing keeps ${id}`);
  return { rule: ruleOf(rules, id), rows };
}

interface Run {
  readonly chunk?: number;
  /** How many chunks the time is enough for. */
  readonly chunks?: number;
  /** Other rules than the board's. */
  readonly rules?: readonly RetentionRule[];
}

/** Carries a rule out at a time; each look at the clock takes a millisecond. */
function carryOut(id: RetentionId, now: number, { chunk = 100, chunks = 1000, rules = RETENTION }: Run = {}) {
  let looked = 0;
  const clock = () => now + looked++;
  return carryOutRule({ now, clock, deadline: now + chunks - 1, chunk, runs: retentionRunsRepository(fresh.db) }, carried(id, rules));
}

const rowsOf = async (statement: string) => (await fresh.client.execute(statement)).rows;
const countOf = async (table: string) => Number((await rowsOf(`select count(*) as n from ${table}`))[0]?.['n']);
const evidence = async (rule: RetentionId, slot: number) =>
  (await rowsOf(`select * from retention_runs where rule = '${rule}' and slot = ${slot}`))[0];

async function publish(count: number, said: Partial<NewJob> = {}): Promise<readonly string[]> {
  const made = Array.from({ length: count }, () => aJob(hospital, said));
  await jobWrites(fresh.db).publish(made);
  return made.map(({ id }) => id);
}

const contacts = [{ kind: 'mail', value: 'ward@secret.example', forApplying: true }] as const;

test(
  'an ad that was stopped is gone with all that belongs to it 30 days later, and not a moment before',
  proves('stopped-jobs-purged'),
  async () => {
    const [stopped = '', stays = ''] = await publish(2, { contacts, places: [aPlace('Malmö'), aPlace('Lund')] });
    await jobWrites(fresh.db).stop([stopped], NOON + DAY);
    await carryOut('stopped-jobs', NOON + 31 * DAY - 1);
    expect(await publicJobsRepository(fresh.db).gone(stopped, NOON + 31 * DAY)).toMatchObject({ why: 'stopped' });
    expect(await carryOut('stopped-jobs', NOON + 31 * DAY)).toEqual({ done: true, deleted: 1, oldestLeft: null });
    expect(await publicJobsRepository(fresh.db).gone(stopped, NOON + 31 * DAY)).toBeNull();
    expect(await rowsOf('select id from jobs')).toEqual([expect.objectContaining({ id: stays })]);
    expect([await countOf('job_places'), await countOf('job_contacts')]).toEqual([2, 1]);
    expect(await countOf(`search_outbox where entity_id = '${stopped}' and erases = 1`)).toBe(1);
  },
);

test('an ad ends 180 days after it was published or last carried, and is gone 30 days after its end', proves('ads-expire'), async () => {
  const [plain = ''] = await publish(1);
  const [carriedOn = ''] = await publish(1, { carriedAt: NOON + 10 * DAY });
  const [short = ''] = await publish(1, { validThrough: NOON + 5 * DAY });
  const left = async () => (await rowsOf('select id from jobs order by seq')).map(({ id }) => id);
  await carryOut('expired-jobs', NOON + 35 * DAY - 1);
  expect(await left()).toEqual([plain, carriedOn, short]);
  await carryOut('expired-jobs', NOON + 35 * DAY);
  expect(await left()).toEqual([plain, carriedOn]);
  expect(await publicJobsRepository(fresh.db).find(plain, NOON + 180 * DAY - 1)).not.toBeNull();
  expect(await publicJobsRepository(fresh.db).find(plain, NOON + 180 * DAY)).toBeNull();
  await carryOut('expired-jobs', NOON + 210 * DAY);
  expect(await left()).toEqual([carriedOn]);
  await carryOut('expired-jobs', NOON + 220 * DAY);
  expect(await left()).toEqual([]);
});

test(
  'the words of an ad that is gone are in no table and in no piece of the index',
  proves('stopped-jobs-purged', 'index-forgets'),
  async () => {
    const word = 'Quetzalcoatlus';
    const [gone = ''] = await publish(1, { title: `${word} keeper`, description: `We feed the ${word}.`, contacts });
    await publish(3, { title: 'Gardener' });
    const clock = () => NOON;
    const sync = (now: number) => syncSearch({ db: fresh.db, engines: [embeddedFeed(fresh.db)], now: () => now, owner: 'a test' });
    await sync(NOON);
    await jobWrites(fresh.db).stop([gone], NOON + 1);
    await sync(NOON + 1);
    const inIndex = () => countOf(`jobs_fts_data where instr(cast(block as blob), cast('${word.slice(2).toLowerCase()}' as blob))`);
    expect(await inIndex()).toBeGreaterThan(0);
    await carryOut('stopped-jobs', NOON + 60 * DAY);
    expect(await compactIndex(fresh.db, { clock, deadline: NOON + 1 })).toBe(true);
    expect(await inIndex()).toBe(0);
    const tables = await rowsOf(
      "select name from sqlite_master where type = 'table' and name not like 'jobs_fts%' and name <> 'jobs_vocabulary'",
    );
    const held = await Promise.all(tables.map(({ name }) => rowsOf(`select * from "${String(name)}"`)));
    expect(JSON.stringify(held)).not.toMatch(/quetzalcoatlus|secret\.example/i);
  },
);

test(
  'words are overwritten with as many bytes before they are deleted, for a server may leave in its file what it deletes',
  proves('stopped-jobs-purged'),
  async () => {
    await fresh.client.batch([
      'create table seen (what text, bytes integer)',
      `create trigger job_seen before delete on jobs begin insert into seen values (old.title || old.description, length(cast(old.title as blob))); end`,
      `create trigger contact_seen before delete on job_contacts begin insert into seen values (old.value, length(cast(old.value as blob))); end`,
    ]);
    await jobWrites(fresh.db).stop(await publish(1, { title: 'Köksbiträde', description: 'Fråga efter Åsa.', contacts }), NOON);
    await carryOut('stopped-jobs', NOON + 30 * DAY);
    const seen = await rowsOf('select what, bytes from seen order by bytes');
    expect(seen.map(({ bytes }) => bytes)).toEqual([Buffer.byteLength('Köksbiträde'), 'ward@secret.example'.length]);
    expect(seen.map(({ what }) => String(what)).join('')).toMatch(/^0+$/);
  },
);

test('a run that has no time left goes on later, and its evidence is one row', proves('deletion-leaves-evidence'), async () => {
  const ids = await publish(7);
  await jobWrites(fresh.db).stop(ids, NOON);
  const now = NOON + 40 * DAY;
  expect(await carryOut('stopped-jobs', now, { chunk: 2, chunks: 2 })).toMatchObject({ done: false, deleted: 4 });
  expect(await evidence('stopped-jobs', SLOT(now))).toMatchObject({ counted: 7, deleted: 4, finished_at: null });
  expect(await carryOut('stopped-jobs', now + 60_000, { chunk: 2 })).toMatchObject({ done: true, deleted: 3 });
  expect(await evidence('stopped-jobs', SLOT(now))).toMatchObject({ counted: 7, deleted: 7, started_at: now, oldest_left: null });
  expect(await countOf('retention_runs')).toBe(1);
});

test('two that carry out a rule at once delete each ad once, and the evidence says so', proves('deletion-leaves-evidence'), async () => {
  const ids = await publish(20);
  await jobWrites(fresh.db).stop(ids, NOON);
  const now = NOON + 40 * DAY;
  const both = await Promise.all([carryOut('stopped-jobs', now, { chunk: 3 }), carryOut('stopped-jobs', now, { chunk: 3 })]);
  expect(both.reduce((sum, { deleted }) => sum + deleted, 0)).toBe(20);
  expect(await evidence('stopped-jobs', SLOT(now))).toMatchObject({ deleted: 20 });
});

test(
  'each run begins where the one before ended, and says since when the oldest is kept that is left',
  proves('deletion-leaves-evidence'),
  async () => {
    const [first = '', second = ''] = await publish(2);
    await jobWrites(fresh.db).stop([first], NOON);
    await jobWrites(fresh.db).stop([second], NOON + 5 * DAY);
    await carryOut('stopped-jobs', NOON + 29 * DAY);
    expect(await evidence('stopped-jobs', SLOT(NOON + 29 * DAY))).toMatchObject({
      span_from: 0,
      counted: 0,
      deleted: 0,
      oldest_left: NOON,
    });
    await carryOut('stopped-jobs', NOON + 30 * DAY);
    expect(await evidence('stopped-jobs', SLOT(NOON + 30 * DAY))).toMatchObject({
      span_from: NOON + 29 * DAY,
      span_until: NOON + 30 * DAY,
      deleted: 1,
      oldest_left: NOON + 5 * DAY,
    });
  },
);

test('looking ahead says what would be deleted, and changes nothing', async () => {
  await jobWrites(fresh.db).stop(await publish(3), NOON);
  const everything = async () =>
    JSON.stringify(
      await Promise.all(['jobs', 'search_outbox', 'retention_runs', 'task_runs'].map((table) => rowsOf(`select * from ${table}`))),
    );
  const before = await everything();
  expect(await lookAhead(Date.UTC(2029, 0, 1), carried('stopped-jobs'))).toEqual({ due: 3, oldestLeft: null });
  expect(await lookAhead(NOON + DAY, carried('stopped-jobs'))).toEqual({ due: 0, oldestLeft: NOON });
  expect(await everything()).toBe(before);
});

test('an employer that only an import knows goes with its last ad, one that somebody works for stays', async () => {
  await fresh.client.execute(`insert into sources (id, name, first_imported_at, last_imported_at) values ('s', 'feed', 1, 1)`);
  const imported = await addEmployer(fresh.db, 'Anna Andersson');
  await fresh.client.execute(`update employers set source_id = 's' where seq = ${imported}`);
  const { id: accountId } = await makeAccount(fresh.db);
  await fresh.db.insert(employerMembers).values({ employerSeq: hospital, accountId, role: 'owner', since: NOON });
  const [one = '', two = ''] = await publish(2, { employerSeq: imported });
  await jobWrites(fresh.db).stop([one], NOON);
  await carryOut('stopped-jobs', NOON + 30 * DAY);
  expect(await countOf('employers')).toBe(2);
  await jobWrites(fresh.db).stop([two], NOON + DAY);
  await carryOut('stopped-jobs', NOON + 31 * DAY);
  expect((await rowsOf('select name from employers')).map(({ name }) => name)).toEqual(['Hospital']);
});

async function addRecord(
  seq: number,
  { replacedAt, validUntil, key = null }: { replacedAt: number | null; validUntil: number; key?: string | null },
) {
  await fresh.client.batch([
    "insert or ignore into consent_notices (hash, version, language, text, build, published_at) values ('h', 1, 'en', '{}', 'b', 1)",
    `insert into consent_chain (seq, mac) values (${seq}, 'mac ${seq}')`,
    {
      sql: `insert into consent_records (seq, id, subject, act, surface, method, granted, refused, notice, build, country, gpc, given_at, received_at, valid_until, replaced_at, act_key)
        values (?, ?, 'subject', 'accept_all', 'banner', 'click', '["counters:1"]', '[]', 'h', 'b', 'unknown', 0, ?, ?, ?, ?, ?)`,
      args: [seq, `record ${seq}`, NOON, NOON, validUntil, replacedAt, key],
    },
  ]);
}

test(
  'the record of a choice is kept for 24 calendar months after it was replaced or ran out, and its link of the chain for good',
  proves('consent-records-end'),
  async () => {
    const ranOut = Date.UTC(2026, 10, 4, 12);
    await addRecord(1, { replacedAt: NOON + DAY, validUntil: ranOut });
    await addRecord(2, { replacedAt: null, validUntil: ranOut });
    await addRecord(3, { replacedAt: ranOut + DAY, validUntil: ranOut });
    const left = async () => (await rowsOf('select seq from consent_records order by seq')).map(({ seq }) => seq);
    await carryOut('consent-records', Date.UTC(2028, 4, 5, 12) - 1);
    expect(await left()).toEqual([1, 2, 3]);
    expect(await carryOut('consent-records', Date.UTC(2028, 4, 5, 12))).toMatchObject({ deleted: 1, oldestLeft: ranOut });
    expect(await left()).toEqual([2, 3]);
    await carryOut('consent-records', Date.UTC(2028, 10, 4, 12));
    expect(await left()).toEqual([]);
    expect((await rowsOf('select mac from consent_chain order by seq')).map(({ mac }) => mac)).toEqual(['mac 1', 'mac 2', 'mac 3']);
  },
);

test('the key by which a repeated choice is known is forgotten after 24 hours, the record stays', async () => {
  await addRecord(1, { replacedAt: null, validUntil: NOON + 100 * DAY, key: 'abc' });
  await carryOut('consent-act-keys', NOON + DAY - 1);
  expect(await countOf("consent_records where act_key = 'abc'")).toBe(1);
  expect(await carryOut('consent-act-keys', NOON + DAY)).toMatchObject({ deleted: 1, oldestLeft: null });
  expect(await countOf('consent_records where act_key is null')).toBe(1);
});

test('a day’s totals are kept for 24 months after that day', proves('counters-end'), async () => {
  await fresh.client.execute("insert into counters (day, page, feature, country, count) values ('2026-11-22', '/', '', 'SE', 3)");
  await carryOut('counters', Date.UTC(2028, 10, 23) - 1);
  expect(await countOf('counters')).toBe(1);
  expect(await carryOut('counters', Date.UTC(2028, 10, 23))).toMatchObject({ deleted: 1 });
  expect(await countOf('counters')).toBe(0);
});

test('evidence of scheduled work is kept for 24 months', proves('evidence-ends'), async () => {
  await fresh.client.execute(
    `insert into task_runs (task, slot, started_at) values ('old', 1, ${Date.UTC(2026, 3, 4)}), ('new', 2, ${NOON})`,
  );
  await fresh.client.execute(
    `insert into retention_runs (rule, slot, started_at, span_from, span_until) values ('old', 1, ${Date.UTC(2026, 3, 4)}, 0, 0)`,
  );
  expect(await carryOut('task-evidence', Date.UTC(2028, 4, 4))).toMatchObject({ deleted: 2, oldestLeft: NOON });
  expect((await rowsOf('select task from task_runs')).map(({ task }) => task)).toEqual(['new']);
});

test('each rule for a task is carried out by one: those of the search index, of files and of whole accounts by their own', () => {
  const ids = RETENTION.filter(({ keeper }) => keeper === 'task').map(({ id }) => id);
  const elsewhere = ['search-index', 'index-words', 'data-exports', 'erasure-ledger', 'accounts'];
  expect([...Object.keys(retentionRepository(fresh.db)), ...elsewhere].toSorted()).toEqual(ids.toSorted());
});

/** How long the privacy page says that a rule keeps something. */
function statedOn(page: PolicyDocument, id: RetentionId): string | undefined {
  const what = inLanguage(ruleOf(RETENTION, id).what, page.language);
  const tables = page.sections.flatMap(({ blocks }) => blocks).filter((block) => block.is === 'table');
  return tables.flatMap(({ rows }) => rows).find(([cell]) => cell === what)?.[1];
}

test('a number that is changed in the data changes the privacy page and the task alike', proves('one-number'), async () => {
  const rules = RETENTION.map((rule) => (rule.id === 'stopped-jobs' ? { ...rule, keep: days(45) } : rule));
  const pageBy = (some: readonly RetentionRule[]) =>
    privacyPolicy({ policy: policyOf(board, some), clauses: CLAUSES, language: 'en', version: versionInForce(board, '2026-12-01') });
  expect([statedOn(pageBy(RETENTION), 'stopped-jobs'), statedOn(pageBy(rules), 'stopped-jobs')]).toEqual(['30 days', '45 days']);
  await jobWrites(fresh.db).stop(await publish(1), NOON);
  expect(await carryOut('stopped-jobs', NOON + 45 * DAY - 1, { rules })).toMatchObject({ deleted: 0 });
  expect(await carryOut('stopped-jobs', NOON + 45 * DAY, { rules })).toMatchObject({ deleted: 1 });
});

test('everything that is kept is kept for one of four reasons', proves('kept-for-a-reason'), () => {
  for (const { id, reason, decision } of RETENTION) {
    expect(['service', 'law', 'disputes', 'contract'], id).toContain(reason);
    expect(decision.length, id).toBeGreaterThan(20);
  }
});

test('the table ends ads by the rule’s number: who changes the rule writes a migration for jobs.public_until', async () => {
  const [table] = await rowsOf("select sql from sqlite_master where name = 'jobs'");
  expect(String(table?.['sql']), 'the rule published-jobs has another number than the generated column: write a migration').toContain(
    `+ ${LIFETIME_MS})`,
  );
});

test('statements find what is due by an index', async () => {
  const plan = async (query: string) =>
    (await fresh.db.all<{ detail: string }>(sql.raw(`explain query plan ${query}`))).map(({ detail }) => detail);
  expect(await plan("select seq from jobs where status = 'stopped' and stopped_at <= 1 order by stopped_at, seq limit 5")).toEqual([
    'SEARCH jobs USING COVERING INDEX jobs_stopped (stopped_at<?)',
  ]);
  expect(await plan("select seq from jobs where status = 'published' and public_until <= 1 order by public_until, seq limit 5")).toEqual([
    'SEARCH jobs USING INDEX jobs_public_until (public_until<?)',
  ]);
});
