import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { leftStatement } from '#db/repositories/post-fingerprints.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { moveStatements } from '#db/repositories/post-moves.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { posts } from '#db/schema/posting-tables.ts';

/** A post whose end is near. */
export interface PostEnding {
  readonly id: string;
  readonly endsAt: number;
}

export interface Ended {
  readonly id: string;
  readonly now: number;
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
