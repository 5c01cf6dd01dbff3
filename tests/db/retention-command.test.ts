import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptReports } from '#db/import/kept-reports.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
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

/** A command of the project on a data directory, as `npm run` starts it. */
function run(dataDir: string, ...args: readonly string[]): { readonly out: string; readonly errors: string; readonly code: number | null } {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'worker/local/retention.ts', ...args],
    { env, encoding: 'utf8' },
  );
  return { out: stdout, errors: stderr, code: status };
}

test('a look ahead lists what every rule would delete; then the run deletes what is due today', () => {
  const dataDir = folderOf();
  const ahead = run(dataDir, '--dry-run', '--at', '2029-01-01');
  expect([ahead.errors, ahead.code]).toEqual(['', 0]);
  expect(ahead.out).toMatch(/^rule +kept since, or longer +would be deleted +oldest left$/m);
  expect(ahead.out).toMatch(/^expired-jobs +2028-12-02 00:00 +[1-9]\d* +–$/m);
  expect(ahead.out).toMatch(/^search-index: kept by the sync of every minute$/m);
  const now = run(dataDir);
  expect([now.errors, now.code]).toEqual(['', 0]);
  expect(now.out).toMatch(/^expired-jobs +\S+ \S+ +0 /m);
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
