import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { reviewAgainStatement, withdrawCasesStatements } from '#db/repositories/cases.ts';
import { ofNobodyRestricted } from '#db/repositories/kept-tables.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { leftStatement } from '#db/repositories/post-fingerprints.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { moveStatements } from '#db/repositories/post-moves.ts';
import { wordsWithdrawn } from '#db/repositories/post-withdrawal.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { postRevisions, posts } from '#db/schema/posting-tables.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';

/** A post whose end is near. */
export interface PostEnding {
  readonly id: string;
  readonly endsAt: number;
}

export interface Ended {
  readonly id: string;
  readonly now: number;
}

/** A post about which a moderator's question waits, with the words that wait. */
export interface PostUnanswered {
  readonly id: string;
  readonly caseId: string;
  readonly draft: DraftFields | null;
  readonly content: PostContent;
}

export interface Lapsed extends Ended {
  /** Asked by then, and not answered. */
  readonly askedBy: number;
  readonly fields: DraftFields;
}

export interface Warned extends Ended {
  /** 1: the early one; 2: the late one. */
  readonly warning: 1 | 2;
}

export interface EndsNear extends Pick<Warned, 'now' | 'warning'> {
  readonly from: number;
  readonly until: number;
  readonly most: number;
}

export type PostEndsRepository = ReturnType<typeof postEndsRepository>;

/** The end of posts by time alone: nobody asks for it at that moment. */
export function postEndsRepository(db: Database) {
  return {
    /** Public posts that end after `from` and by `until` and have not been warned so yet, whose time in public is longer than the warning's. */
    toWarn: (asked: EndsNear) => toWarn(db, asked),
    toExpire: (now: number, most: number): Promise<readonly PostEnding[]> =>
      db.all<PostEnding>(sql`
        select id, expires_at as "endsAt" from ${PUBLIC_BY_END} where state = 'published' and expires_at <= ${now}
        order by expires_at limit ${most}`),
    toLapse: (askedBy: number, most: number) => toLapse(db, askedBy, most),
    /** What waits is a draft again. False where it was answered or decided meanwhile. The mails go with it. */
    lapse: (lapsed: Lapsed, mails: readonly Statement[]): Promise<boolean> => runOrNothing(db, [...lapseStatements(db, lapsed), ...mails]),
    /** False where it was warned meanwhile, or is no longer public. The mails go with it. */
    warn: ({ id, now, warning }: Warned, mails: readonly Statement[]): Promise<boolean> =>
      runOrNothing(db, [
        ...moveWarned(db, { id, now, warning }),
        ...logStatements(db, { postId: id, at: now, by: 'time', accountId: null, what: 'warned' }),
        ...mails,
      ]),
    expire: ({ id, now }: Ended, mails: readonly Statement[]): Promise<boolean> => {
      const move = { act: 'expire', postId: id, now, by: 'time', accountId: null, what: 'expired' } as const;
      const where = sql`posts.expires_at <= ${now}`;
      return runOrNothing(db, [...moveStatements(db, { ...move, where }, [leftStatement(db, { postId: id, leftAt: now })]), ...mails]);
    },
  };
}

/** Of a row of `cases`. */
function unanswered(askedBy: number): SQL {
  return sql`(cases.state = 'open' and cases.kind = 'post' and cases.asked_at <= ${askedBy})`;
}

function toLapse(db: Database, askedBy: number, most: number): Promise<readonly PostUnanswered[]> {
  return db
    .select({ id: posts.id, caseId: cases.id, draft: posts.draft, content: postRevisions.content })
    .from(cases)
    .innerJoin(posts, eq(posts.id, cases.jobId))
    .innerJoin(postRevisions, eq(postRevisions.id, posts.waitingRevisionId))
    .where(and(unanswered(askedBy), ofNobodyRestricted('posts.account_id')))
    .orderBy(cases.askedAt)
    .limit(most);
}

function lapseStatements(db: Database, { id, now, askedBy, fields }: Lapsed): readonly Statement[] {
  const move = { act: 'withdraw', postId: id, now, by: 'time', accountId: null, what: 'withdrawn' } as const;
  const where = sql`posts.waiting_revision_id is not null and exists (
    select 1 from cases where cases.job_id = posts.id and ${unanswered(askedBy)})`;
  return [
    ...moveStatements(db, { ...move, where }, wordsWithdrawn(db, { id, now, fields })),
    ...withdrawCasesStatements(db, { now, jobId: id, kinds: ['post'] }),
    reviewAgainStatement(db, id),
  ];
}

/** Named, because without statistics SQLite takes every public post to be few. */
const PUBLIC_BY_END = sql`posts indexed by posts_expires`;

function toWarn(db: Database, { warning, now, from, until, most }: EndsNear): Promise<readonly PostEnding[]> {
  return db.all<PostEnding>(sql`
    select posts.id, expires_at as "endsAt" from ${PUBLIC_BY_END} join jobs on jobs.id = posts.id
    where posts.state = 'published' and expires_at > ${from} and expires_at <= ${until} and warnings < ${warning}
      and jobs.public_from < expires_at - ${until - now}
    order by expires_at limit ${most}`);
}

function moveWarned(db: Database, { id, warning }: Warned): readonly Statement[] {
  const holds = sql`exists (select 1 from posts where id = ${id} and state = 'published' and warnings < ${warning})`;
  return [orNothing(db, holds), db.update(posts).set({ warnings: warning }).where(eq(posts.id, id))];
}
