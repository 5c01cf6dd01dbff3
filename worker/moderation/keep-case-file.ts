import type { CaseFilesRepository } from '#db/repositories/case-files.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface KeepCaseFileContext {
  readonly now: number;
  readonly caseFiles: Pick<CaseFilesRepository, 'ofJob'>;
  /** The mail to the author that a sealed copy stays. */
  readonly tellCopyKept: (told: {
    readonly jobId: string;
    readonly title: string;
    readonly until: number;
  }) => Promise<readonly Statement[]>;
}

export interface Deleting {
  readonly postId: string;
  readonly title: string;
}

/**
 * For the head of the batch in which an author deletes a post: where it was reported or decided on a sealed copy was taken then, and stays
 * until no objection can come; the author is told. Nothing otherwise.
 */
export async function keepCaseFile(context: KeepCaseFileContext, { postId, title }: Deleting): Promise<readonly Statement[]> {
  const files = await context.caseFiles.ofJob(postId);
  if (files.length === 0) return [];
  const last = Math.max(...files.map(({ lastAt }) => lastAt));
  return context.tellCopyKept({ jobId: postId, title, until: after(last, ruleOf(RETENTION, 'case-files').keep) });
}
