import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { chromiumPath } from '#tests/support/chromium.ts';

/** `npm test`: the checks, then every test that this machine can run. Ends with how many passed and failed, alone on a line. */

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

const isChecked = await run('npm', ['run', '--silent', 'check']);
const tests = await runTests();

for (const reason of notRun()) console.log(reason);
if (!isChecked) console.log('The checks failed (above); they count as one.');
console.log(`${tests.passed + (isChecked ? 1 : 0)} passed, ${tests.failed + (isChecked ? 0 : 1)} failed`);
process.exitCode = isChecked && tests.isGreen ? 0 : 1;

async function runTests(): Promise<{ passed: number; failed: number; isGreen: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-report-'));
  const file = join(folder, 'report.json');
  const projects = canBrowse() ? [] : ['--project', 'parts', '--project', 'board'];
  const isGreen = await run('vitest', ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const counts = report.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')));
  await rm(folder, { recursive: true });
  if (!counts.success) return { passed: 0, failed: 1, isGreen: false };
  const { numPassedTests, numFailedTests } = counts.data;
  // A file that cannot be loaded fails the run without failing a test.
  const failed = isGreen ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed, isGreen };
}

/** Where somebody checks a change for everybody, a missing browser is a failure. */
function canBrowse(): boolean {
  return chromiumPath() !== null || isSet('CI');
}

function notRun(): readonly string[] {
  return [
    ...(canBrowse() ? [] : ['Not run: the browser tests. No Chromium at CHROME_PATH or /usr/bin/chromium.']),
    ...(isSet('MEILI_TEST_URL') ? [] : ['Not run: the tests against a real Meilisearch. MEILI_TEST_URL is not set.']),
    ...(isSet('LIBSQL_TEST_URL') ? [] : ['Not run: the conformance tests against another libSQL server. LIBSQL_TEST_URL is not set.']),
  ];
}

function isSet(name: string): boolean {
  return (process.env[name] ?? '') !== '';
}

function run(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
