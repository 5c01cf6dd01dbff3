import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { keptReports } from '#db/import/kept-reports.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
import { seededDatabase } from '#tests/support/seeded-database.ts';
import { readArguments } from '#worker/local/retention-arguments.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const read = (...args: readonly string[]) => readArguments(args, RETENTION);
const DAY = 86_400_000;

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keepword-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the command reads what it is asked', () => {
  expect(read()).toEqual({ dryRun: false, at: null, rule: null });
  expect(read('--dry-run', '--at', '2029-01-01', '--rule', 'counters')).toEqual({
    dryRun: true,
    at: Date.UTC(2029, 0, 1),
    rule: 'counters',
  });
});

test.each([
  [['--dry-run', '--at', 'tomorrow'], /^--at must be a day such as 2029-01-01, not "tomorrow"\.$/],
  [['--dry-run', '--at', '2029-02-30'], /^--at must be a day/],
  [['--at', '2029-01-01'], /^--at only looks ahead: add --dry-run/],
  [['--rule', 'nothing'], /^--rule: there is no rule "nothing"; there are published-jobs, /],
])('it refuses %j and says why', (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence);
});

const execute = promisify(execFile);

/** A command of the project, as `npm run` starts it, on a database that serves others meanwhile. */
async function run(database: FreshDatabase, command: string, ...args: readonly string[]): Promise<string> {
  const { url, token } = database.address;
  const env = { PATH: process.env['PATH'], DATA_DIR: folderOf(), DATABASE_URL: url, DATABASE_TOKEN: token };
  const file = `worker/local/${command}.ts`;
  const { stdout, stderr } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], { env });
  expect(stderr).toBe('');
  return stdout;
}

test('a look ahead lists what every rule would delete, and the run deletes what is due today', { timeout: 120_000 }, async () => {
  const database = await seededDatabase();
  onTestFinished(() => database.close());
  const ahead = await run(database, 'retention', '--dry-run', '--at', '2029-01-01');
  expect(ahead).not.toContain('undefined');
  expect(ahead).toMatch(/^rule +kept since, or longer +would be deleted +oldest left$/m);
  expect(ahead).toMatch(/^expired-jobs +2028-12-02 00:00 +[1-9]\d* +–$/m);
  expect(ahead).toMatch(/^search-index: kept by the sync of every minute$/m);
  expect((await database.client.execute('select * from retention_runs')).rows).toEqual([]);
  expect(await run(database, 'retention', '--rule', 'expired-jobs')).toMatch(/^expired-jobs +\S+ \S+ +0 /m);
  expect((await database.client.execute('select rule from retention_runs')).rows).toHaveLength(1);
});

test('the counters are printed where they are of many, and say what is left out', {
  ...proves('counters-threshold'),
  timeout: 120_000,
}, async () => {
  const database = await seededDatabase();
  onTestFinished(() => database.close());
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  const rows = [`('${yesterday}', '/jobs', '', 'SE', 12)`, `('${yesterday}', '/about', '', 'FI', 9)`];
  await database.client.execute(`insert into counters (day, page, feature, country, count) values ${rows.join(', ')}`);
  const printed = await run(database, 'counters', '--days', '7');
  expect(printed).toMatch(new RegExp(`^${yesterday} +/jobs +SE +12$`, 'm'));
  expect(printed).not.toMatch(/about|FI/);
  expect(printed).toContain('Totals below 10 are shown to nobody');
});

test('a report of an import ends after 90 days, and the evidence says so', proves('evidence-ends'), async () => {
  const fresh = await freshDatabase();
  onTestFinished(() => fresh.close());
  const folder = folderOf();
  const now = Date.UTC(2027, 0, 1);
  const written = (name: string, days: number) => {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), new Date(now), new Date(now - days * DAY));
  };
  written('old.tsv', 90);
  written('young.tsv', 89);
  written('other.txt', 1000);
  const runs = retentionRunsRepository(fresh.db);
  const carried = { rule: ruleOf(RETENTION, 'import-reports'), rows: keptReports(folder, runs) };
  await carryOutRule({ now, clock: () => now, deadline: now, chunk: 10, runs }, carried);
  expect(readdirSync(folder).toSorted()).toEqual(['other.txt', 'young.tsv']);
  const { rows } = await fresh.client.execute("select counted, deleted, oldest_left from retention_runs where rule = 'import-reports'");
  expect(rows).toEqual([expect.objectContaining({ counted: 1, deleted: 1, oldest_left: now - 89 * DAY })]);
});
