import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { chromiumPath } from '#tests/support/chromium.ts';
import { notProvenHere, outcomesOf, testResults } from '#tests/support/proof-outcomes.ts';
import { tableOf } from '#worker/local/print-table.ts';
import { projectDir } from '#worker/local/project.ts';
import { leaveProofReport } from '#worker/local/proof-report.ts';
import { findProofs } from '#worker/local/proofs.ts';
import { hashSourceTree } from '#worker/local/source-tree.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { countFamilies } from '#worker/promises/model/present-promises.ts';

/**
 * `npm test`: the checks, then every test that this machine can run, and what that proves. Leaves a report of the proofs for the next
 * build of these sources. Ends with how many passed and failed, alone on a line.
 */

const counted = testResults.extend({ numPassedTests: z.number(), numFailedTests: z.number() });

const isChecked = await run('npm', ['run', '--silent', 'check']);
const tests = await runTests();

const families = countFamilies(CLAUSES).map(({ name, kept, planned }) => [name, kept, planned]);
console.log(`\n${tableOf(['Promises', 'kept', 'planned'], families)}\n`);
for (const reason of [...notRun(), ...tests.notProven]) console.log(reason);
if (!isChecked) console.log('The checks failed (above); they count as one.');
if (isUnproven()) console.log('In CI every promise must be proven: what was not proven (above) counts as one.');
const failed = tests.failed + (isChecked ? 0 : 1) + (isUnproven() ? 1 : 0);
console.log(`${tests.passed + (isChecked ? 1 : 0)} passed, ${failed} failed`);
process.exitCode = failed === 0 && tests.isGreen ? 0 : 1;

interface TestRun {
  readonly passed: number;
  readonly failed: number;
  readonly isGreen: boolean;
  readonly notProven: readonly string[];
}

async function runTests(): Promise<TestRun> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-report-'));
  const file = join(folder, 'report.json');
  const tree = await hashSourceTree();
  const projects = canBrowse() ? [] : ['--project', 'parts', '--project', 'board'];
  const isGreen = await run('vitest', ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const results = counted.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')));
  await rm(folder, { recursive: true });
  if (!results.success) return { passed: 0, failed: 1, isGreen: false, notProven: [] };
  const { numPassedTests, numFailedTests } = results.data;
  const proofs = outcomesOf(await findProofs(), results.data, projectDir);
  await leaveReport({ tree, testedAt: new Date().toISOString(), proofs });
  // A file that cannot be loaded fails the run without failing a test.
  const failed = isGreen ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed, isGreen, notProven: notProvenHere(proofs) };
}

/** What was tested must be what is built: sources that changed under the tests leave no report. */
async function leaveReport(report: Parameters<typeof leaveProofReport>[0]): Promise<void> {
  if (report.tree === (await hashSourceTree())) await leaveProofReport(report);
  else console.log('The sources changed while the tests ran: no report of the proofs is left.');
}

/** Where somebody checks a change for everybody, a proof that did not run is a failure. */
function isUnproven(): boolean {
  return isSet('CI') && tests.notProven.length > 0;
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
