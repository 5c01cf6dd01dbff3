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

/** An ad, else an employer; an account where neither is named. */
export interface DecidedOn {
  readonly jobId: string | null;
  readonly employerSeq: number | null;
}

export type DecisionSubjectsRepository = ReturnType<typeof decisionSubjectsRepository>;

/** What stands for a name that is gone. */
const GONE = '–';

/** What decisions are about, and who may not make them. */
export function decisionSubjectsRepository(db: Database) {
  return {
    /** Breaks off where somebody has decided meanwhile. */
    closeCaseStatements: (closed: SubjectClosed): readonly Statement[] => closeCase(db, closed),
    queueMails: (mails: readonly PreparedMail[]): readonly Statement[] => queueStatements(db, mails),
    isOwnAd: (accountId: string, jobId: string) => holds(db, isOwn({ accountId, jobId: sql`${jobId}`, employerSeq: sql`null` })),
    isOwnEmployer: (accountId: string, employerSeq: number) =>
      holds(db, isOwn({ accountId, jobId: sql`null`, employerSeq: sql`${employerSeq}` })),
    titleOf: async (about: DecidedOn): Promise<string> => (await titlesOf(db, [about]))[0] ?? GONE,
    /** In the same order, by one statement. */
    titlesOf: (abouts: readonly DecidedOn[]) => titlesOf(db, abouts),
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
async function titlesOf(db: Database, abouts: readonly DecidedOn[]): Promise<readonly string[]> {
  const wanted = JSON.stringify(abouts.map(({ jobId, employerSeq }) => [jobId, employerSeq]));
  const rows = await db.all<{ title: string | null }>(sql`
    with wanted as materialized (select key as place, value ->> 0 as job_id, value ->> 1 as employer_seq from json_each(${wanted}))
    select case
      when job_id is not null then coalesce(
        (select title from jobs where id = job_id),
        (select title from cases where cases.job_id = wanted.job_id and title <> '' order by opened_at desc limit 1))
      when employer_seq is not null then (select name from employers where seq = employer_seq)
      else ${ACCOUNT_TITLE} end as title
    from wanted order by place`);
  return rows.map(({ title }) => title ?? GONE);
}
