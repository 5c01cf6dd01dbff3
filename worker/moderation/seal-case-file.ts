import type { AdToCopy, CaseFilesRepository } from '#db/repositories/case-files.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Seal } from '#worker/kernel/seal.ts';

export interface SealCaseFileContext {
  readonly now: number;
  readonly caseFiles: Pick<CaseFilesRepository, 'adToCopy' | 'ofJob' | 'addStatements' | 'prolongStatements'>;
  /** About the id of the file. */
  readonly caseFileSeal: Seal;
}

export interface Copying {
  readonly jobId: string;
  /** The words that were decided on, where they are not those that the public sees. */
  readonly revisionId?: string | null;
}

/** An ad as it is at this moment, sealed, for the batch of the report or decision about it. Where nothing has changed since the last copy, that one stays longer. */
export async function sealCaseFile(context: SealCaseFileContext, { jobId, revisionId = null }: Copying): Promise<readonly Statement[]> {
  const { now, caseFiles, caseFileSeal } = context;
  const [ad, [newest]] = await Promise.all([caseFiles.adToCopy(jobId, revisionId), caseFiles.ofJob(jobId)]);
  if (ad.shown === null && ad.written === null) return [];
  const text = JSON.stringify(ad satisfies AdToCopy);
  const before = newest === undefined ? null : await caseFileSeal.open(newest.sealed, newest.id);
  if (before === text) return caseFiles.prolongStatements({ jobId, lastAt: now });
  const id = newId();
  return caseFiles.addStatements({ id, jobId, sealed: await caseFileSeal.close(text, id), createdAt: now, lastAt: now });
}
