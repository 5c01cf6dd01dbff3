import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { readArguments } from '#db/import/arguments.ts';
import { describeFailure } from '#db/import/describe-failure.ts';
import { openReport } from '#db/import/report.ts';
import { describeSummary, exitCodeOf, type ImportSummary } from '#db/import/summary.ts';
import { DomainError } from '#worker/kernel/errors.ts';

const DONE: ImportSummary = {
  source: 'City',
  rows: 12,
  created: 3,
  changed: 2,
  unchanged: 4,
  waiting: 0,
  duplicates: 1,
  refused: 2,
  isComplete: true,
  stopping: { kind: 'not-asked' },
};

test('reads the command', () => {
  expect(readArguments(['jobs.csv', '--mapping', 'm.json', '--source', ' City ', '--full'])).toEqual({
    file: 'jobs.csv',
    mapping: 'm.json',
    source: 'City',
    full: true,
    yes: false,
  });
  expect(readArguments(['--help'])).toBe('help');
});

test.each([[[]], [['a.csv', 'b.csv']], [['a.csv', '--fast']], [['a.csv', '--source', ' ']], [['--mapping']]])(
  'says how to use it: %j',
  (args) => {
    expect(() => readArguments(args)).toThrow(/FILE|--source is empty/);
  },
);

test('says in one sentence what became of the ads', () => {
  expect(describeSummary({ ...DONE, stopping: { kind: 'stopped', count: 5 } })).toBe(
    'Imported from “City”: 3 new, 2 changed, 4 unchanged, 1 duplicates, 2 refused, 5 stopped.',
  );
});

test('says why nothing was stopped, and ends with another code', () => {
  const many = { ...DONE, stopping: { kind: 'too-many', missing: 3, published: 10 } } as const;
  expect(describeSummary(many)).toContain(
    "no longer carries 3 of the source's 10 ads (30 %); if that is right, repeat the import with --yes.",
  );
  const cut = { ...DONE, isComplete: false, stopping: { kind: 'no-end' } } as const;
  expect(describeSummary(cut)).toContain('Nothing was stopped: the file has no end');
  expect([DONE, many, cut].map(exitCodeOf)).toEqual([0, 2, 2]);
});

test('lists what could not be taken over in a file without contacts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keepword-reports-'));
  const now = Date.now();
  const report = openReport({ folder, name: 'City jobs.csv', now });
  report.add({ line: 7, key: 'k1', field: 'title', reason: 'ask\tanna@firma.example' });
  expect(report.byField()).toEqual([{ field: 'title', count: 1 }]);
  for (const key of ['k2', 'k3']) report.add({ line: 8, key, field: 'employer', reason: 'is missing or empty' });
  expect(report.byField()).toEqual([
    { field: 'employer', count: 2 },
    { field: 'title', count: 1 },
  ]);
  const path = await report.close();
  expect(readFileSync(path ?? '', 'utf8')).toBe(
    `line\tkey\tfield\treason\n7\tk1\ttitle\task [show contact]\n${['k2', 'k3'].map((key) => `8\t${key}\temployer\tis missing or empty\n`).join('')}`,
  );
  rmSync(folder, { recursive: true });
  expect(await openReport({ folder, name: 'x', now }).close()).toBeNull();
});

test('a failed statement is told without its values, which are people’s data', () => {
  const failed = new DrizzleQueryError(
    'insert into job_contacts values (?)',
    ['anna@firma.example'],
    new Error('UNIQUE constraint failed'),
  );
  expect(describeFailure(failed)).toMatch(/^The import failed: the database refused a statement/);
  expect(describeFailure(failed)).not.toContain('anna');
  expect(describeFailure(new DrizzleQueryError('select 1', [], new DomainError('unavailable', 'Try again.')))).toBe('Try again.');
  expect(describeFailure(new TypeError('odd'))).toMatch(/^The import failed: TypeError: odd\.\n\s+at /);
});
