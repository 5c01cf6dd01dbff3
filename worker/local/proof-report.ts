import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectDir } from '#worker/local/project.ts';
import { hashSourceTree } from '#worker/local/source-tree.ts';
import { PROOF_REPORT_PATH, type ProofReport, proofReport } from '#worker/promises/model/proof.ts';

/** Where `npm test` leaves the report for the next build: among what belongs to this checkout alone. */
const LEFT_AT = join(projectDir, 'node_modules', '.cache', 'proof-report.json');

/** Leaves the report of a run of all tests where builds find it. */
export async function leaveProofReport(report: ProofReport, path = LEFT_AT): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(report));
}

/** Lays the report beside the pages of a build if it is of these very sources, and takes away an older one. */
export async function provideProofReport(buildDir: string, left = LEFT_AT): Promise<void> {
  const report = await readReport(left);
  const path = join(buildDir, 'client', PROOF_REPORT_PATH);
  if (report !== null && report.tree === (await hashSourceTree())) await writeFile(path, JSON.stringify(report));
  else await rm(path, { force: true });
}

/** Null where there is none, half of one, or one that an older version of these sources left. */
async function readReport(path: string): Promise<ProofReport | null> {
  const left: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  return proofReport.safeParse(left).data ?? null;
}
