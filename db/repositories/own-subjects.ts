import { type SQL, sql } from 'drizzle-orm';

export interface OwnAsked {
  /** Whoever wants to decide, or to look. */
  readonly accountId: string;
  /** Of an ad; may be null. */
  readonly jobId: SQL;
  /** May be null. */
  readonly employerSeq: SQL;
}

/** Whether an ad was written by that account, or belongs to an employer that it works for; of an employer, whether it works there. Also once it is gone. */
export function isOwn({ accountId, jobId, employerSeq }: OwnAsked): SQL {
  const written = sql`exists (select 1 from posts where posts.id = ${jobId} and posts.account_id = ${accountId})`;
  const posted = sql`(select posts.employer_seq from posts where posts.id = ${jobId}), (select jobs.employer_seq from jobs where jobs.id = ${jobId})`;
  return sql`(${written} or exists (select 1 from employer_members as m
    where m.account_id = ${accountId} and m.employer_seq in (${employerSeq}, ${posted})))`;
}
