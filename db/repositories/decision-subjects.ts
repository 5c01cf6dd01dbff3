import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { isOwn } from '#db/repositories/own-subjects.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { ACCOUNT_TITLE } from '#worker/moderation/model/statement.ts';

export interface SubjectClosed {
  /** The report or objection. */
  readonly subjectId: string;
  readonly now: number;
  /** Staff pseudonym. */
  readonly by: string;
  readonly outcome: string;
}

/** What decisions are about, and who may not make them. */
export function decisionSubjectsRepository(db: Database) {
  return {
    /** Breaks off where somebody has decided meanwhile. */
    closeCaseStatements: (closed: SubjectClosed): readonly Statement[] => closeCase(db, closed),
    queueMails: (mails: readonly PreparedMail[]): readonly Statement[] => queueStatements(db, mails),
    isOwnAd: (accountId: string, jobId: string) => holds(db, isOwn({ accountId, jobId: sql`${jobId}`, employerSeq: sql`null` })),
    isOwnEmployer: (accountId: string, employerSeq: number) =>
      holds(db, isOwn({ accountId, jobId: sql`null`, employerSeq: sql`${employerSeq}` })),
    titleOf: (about: { readonly jobId: string | null; readonly employerSeq: number | null }) => titleOf(db, about),
  };
}

function closeCase(db: Database, { subjectId, now, by, outcome }: SubjectClosed): readonly Statement[] {
  const open = sql`${cases.subjectId} = ${subjectId} and ${cases.state} = 'open'`;
  return [
    orNothing(db, sql`exists (select 1 from cases where subject_id = ${subjectId} and state = 'open')`),
    db.update(cases).set({ state: 'decided', decidedAt: now, decidedBy: by, outcome }).where(open),
  ];
}

async function holds(db: Database, condition: SQL): Promise<boolean> {
  return (await db.all(sql`select 1 where ${condition}`)).length > 0;
}

/** The ad's title or the employer's name; of an ad that is gone, as the queue called it last. */
async function titleOf(
  db: Database,
  { jobId, employerSeq }: { readonly jobId: string | null; readonly employerSeq: number | null },
): Promise<string> {
  if (jobId === null && employerSeq === null) return ACCOUNT_TITLE;
  const [row] = await db.all<{ title: string | null }>(
    jobId === null
      ? sql`select name as title from employers where seq = ${employerSeq}`
      : sql`select coalesce(
          (select title from jobs where id = ${jobId}),
          (select title from cases where job_id = ${jobId} and title <> '' order by opened_at desc limit 1)) as title`,
  );
  return row?.title ?? '–';
}
