import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { StoredStatement } from '#db/repositories/statements.ts';
import { cases, statements } from '#db/schema/moderation-tables.ts';
import { jobs } from '#db/schema/tables.ts';

/** What the board knows of whoever wrote a post: numbers, and no name. */
export interface AuthorHistory {
  readonly is: 'employer' | 'member' | 'guest';
  /** Since when the board knows the author: the employer's, or the first post's day. */
  readonly since: number;
  readonly posts: number;
  readonly approved: number;
  readonly rejected: number;
  /** Decisions against posts of theirs that were public. */
  readonly restricted: number;
  readonly reversed: number;
  readonly notices: number;
}

/** A decision against an author, of whatever post. */
export interface EarlierDecision
  extends Pick<StoredStatement, 'id' | 'restriction' | 'jobId' | 'employerSeq' | 'rules' | 'legalGround' | 'appliedAt' | 'reversedAt'> {
  readonly title: string;
  /** Where it was decided in the queue of posts. */
  readonly caseId: string | null;
  /** The ad is still there. */
  readonly hasAd: boolean;
}

export type AuthorHistoryRepository = ReturnType<typeof authorHistoryRepository>;

/** What became of an author's other posts. */
export function authorHistoryRepository(db: Database) {
  return {
    async ofPost(postId: string): Promise<AuthorHistory | null> {
      const [found] = await db.all<AuthorHistory>(sql`
        with ${authorOf(postId)}
        select
          iif(known.employer_seq is not null, 'employer', iif(known.account_id is not null, 'member', 'guest')) as "is",
          coalesce((select created_at from employers where seq = known.employer_seq), (select min(created_at) from own)) as since,
          (select count(*) from own) as posts,
          ${revisions('approved')} as approved, ${revisions('rejected')} as rejected,
          (select count(*) from statements where job_id in (select id from own) and restriction <> 'rejected') as restricted,
          (select count(*) from statements where job_id in (select id from own) and reversed_at is not null) as reversed,
          (select count(*) from notices where job_id in (select id from own)) as notices
        from known`);
      return found ?? null;
    },
    /** The newest first: about posts that are there, and about those of the same account that are gone. */
    decisionsOf: (postId: string, most: number): Promise<readonly EarlierDecision[]> => decisionsOf(db, postId, most),
  };
}

async function decisionsOf(db: Database, postId: string, most: number): Promise<readonly EarlierDecision[]> {
  const { id, restriction, jobId, employerSeq, rules, legalGround, appliedAt, reversedAt } = statements;
  const found = await db
    .select({
      ...{ id, restriction, jobId, employerSeq, rules, legalGround, appliedAt, reversedAt },
      title: sql<string>`coalesce(${cases.title}, ${jobs.title}, '')`,
      caseId: sql<string | null>`iif(${cases.kind} in ('post', 'review'), ${cases.id}, null)`,
      ad: jobs.seq,
    })
    .from(statements)
    .leftJoin(cases, eq(cases.id, statements.caseId))
    .leftJoin(jobs, eq(jobs.id, statements.jobId))
    .where(sql`${id} in (with ${authorOf(postId)}
      select statements.id from statements where statements.job_id in (select id from own)
      union select statements.id from statements, known
        where statements.account_id = known.account_id and statements.employer_seq is known.employer_seq)`)
    .orderBy(desc(appliedAt), desc(id))
    .limit(most);
  return found.map(({ ad, ...decision }) => ({ ...decision, hasAd: ad !== null }));
}

/** Whose post it is (`known`), and all their posts (`own`): each kind of author by its own index, so that no case is read through all posts. */
export function authorOf(postId: string): SQL {
  return sql`known as (select employer_seq, account_id, guest_hash from posts where id = ${postId}),
    own as (
      select posts.id, posts.created_at from known join posts on posts.employer_seq = known.employer_seq
      union all select posts.id, posts.created_at from known join posts on posts.account_id = known.account_id
        where known.employer_seq is null and posts.employer_seq is null
      union all select posts.id, posts.created_at from known join posts on posts.guest_hash = known.guest_hash
        where known.employer_seq is null and known.account_id is null
    )`;
}

function revisions(state: 'approved' | 'rejected') {
  return sql`(select count(*) from post_revisions where post_id in (select id from own) and state = ${state})`;
}
