import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
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
    isOwnAd: (accountId: string, jobId: string) => isOwnAd(db, accountId, jobId),
    isOwnEmployer: async (accountId: string, employerSeq: number): Promise<boolean> =>
      (await db.all(sql`select 1 from employer_members where account_id = ${accountId} and employer_seq = ${employerSeq}`)).length > 0,
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

/** Written by that account, or of an employer that it works for. */
async function isOwnAd(db: Database, accountId: string, jobId: string): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from (select ${jobId} as id) as ad left join posts on posts.id = ad.id left join jobs on jobs.id = ad.id
    where posts.account_id = ${accountId} or exists (
      select 1 from employer_members as m where m.account_id = ${accountId} and m.employer_seq in (posts.employer_seq, jobs.employer_seq))`);
  return rows.length > 0;
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
