import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectDir } from '#worker/local/project.ts';
import { hashSourceTree } from '#worker/local/source-tree.ts';
import { PROOF_REPORT_PATH, type ProofReport, proofReport } from '#worker/promises/model/proof.ts';

/** Where `npm test` leaves the report for the next build: among what belongs to this checkout alone. */
const LEFT_AT = join(projectDir, 'node_modules', '.cache', 'proof-report.json');

/** Leaves the report of a run of all tests where builds find it. */
export async function leaveProofReport(report: ProofReport): Promise<void> {
  await mkdir(dirname(LEFT_AT), { recursive: true });
  await writeFile(LEFT_AT, JSON.stringify(report));
}

/** Lays the report beside the pages of a build if it is of these very sources, and takes away an older one. */
export async function provideProofReport(buildDir: string): Promise<void> {
  const report = await readReport();
  const path = join(buildDir, 'client', PROOF_REPORT_PATH);
  if (report !== null && report.tree === (await hashSourceTree())) await writeFile(path, JSON.stringify(report));
  else await rm(path, { force: true });
}

/** Null where there is none, or one that an older version of these sources left. */
async function readReport(): Promise<ProofReport | null> {
  const text = await readFile(LEFT_AT, 'utf8').catch(() => 'null');
  return proofReport.safeParse(JSON.parse(text)).data ?? null;
}
