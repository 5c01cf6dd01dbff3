import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { caseFiles } from '#db/schema/moderation-tables.ts';
import { postRevisions } from '#db/schema/posting-tables.ts';
import { employers, jobs } from '#db/schema/tables.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export type StoredCaseFile = typeof caseFiles.$inferSelect;

/** What of an ad goes into its sealed copy. */
export interface AdToCopy {
  /** As it stands in public, or last did; null for what never was public. */
  readonly shown: {
    readonly title: string;
    readonly description: string;
    readonly employer: string;
    readonly language: string;
    readonly updatedAt: number;
  } | null;
  /** As its author wrote it; null for an imported ad. */
  readonly written: PostContent | null;
}

export type CaseFilesRepository = ReturnType<typeof caseFilesRepository>;

/** Sealed copies of ads that were reported or decided on. */
export function caseFilesRepository(db: Database) {
  return {
    adToCopy: (jobId: string, revisionId: string | null) => adToCopy(db, { jobId, revisionId }),
    /** The newest first. */
    ofJob: (jobId: string): Promise<readonly StoredCaseFile[]> =>
      db.select().from(caseFiles).where(eq(caseFiles.jobId, jobId)).orderBy(desc(caseFiles.createdAt)),
    /** One more copy, and a later end for those that lie there: their period is counted anew. */
    addStatements: (file: StoredCaseFile): readonly Statement[] => [db.insert(caseFiles).values(file), ...prolong(db, file)],
    prolongStatements: (file: Pick<StoredCaseFile, 'jobId' | 'lastAt'>): readonly Statement[] => prolong(db, file),
  };
}

function prolong(db: Database, { jobId, lastAt }: Pick<StoredCaseFile, 'jobId' | 'lastAt'>): readonly Statement[] {
  return [db.update(caseFiles).set({ lastAt }).where(sql`${caseFiles.jobId} = ${jobId} and ${caseFiles.lastAt} < ${lastAt}`)];
}

interface Copied {
  readonly jobId: string;
  readonly revisionId: string | null;
}

async function adToCopy(db: Database, { jobId, revisionId }: Copied): Promise<AdToCopy> {
  const { title, description, language, updatedAt } = jobs;
  const wanted = revisionId ?? sql`(select coalesce(public_revision_id, waiting_revision_id) from posts where id = ${jobId})`;
  const [shown, written] = await db.batch([
    db
      .select({ title, description, language, updatedAt, employer: employers.name })
      .from(jobs)
      .innerJoin(employers, eq(employers.seq, jobs.employerSeq))
      .where(eq(jobs.id, jobId)),
    db
      .select({ content: postRevisions.content })
      .from(postRevisions)
      .where(sql`${postRevisions.postId} = ${jobId} and ${postRevisions.id} = ${wanted}`),
  ]);
  return { shown: shown[0] ?? null, written: written[0]?.content ?? null };
}
