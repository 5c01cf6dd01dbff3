import { desc, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { postLog } from '#db/schema/posting-tables.ts';
import { newId } from '#worker/kernel/random.ts';
import type { LoggedBy, PostLogKind } from '#worker/posts/model/post-log-kinds.ts';
import type { PostState } from '#worker/posts/model/post-state.ts';

/** What happened to a post, without a change of its state. */
export interface PostLine {
  readonly postId: string;
  readonly at: number;
  readonly by: LoggedBy;
  readonly accountId: string | null;
  readonly what: PostLogKind;
  /** What its author is told of the reason. */
  readonly why?: string | null;
}

export interface StoredPostLine {
  readonly id: string;
  readonly at: number;
  readonly by: LoggedBy;
  readonly from: PostState | null;
  readonly to: PostState;
  readonly what: string;
  readonly why: string | null;
}

/** Logs what leaves the state as it is, in the batch of its cause. Nothing is written of a post that there is none of. */
export function logStatements(db: Database, { postId, at, by, accountId, what, why = null }: PostLine): readonly BatchItem<'sqlite'>[] {
  return [
    db.run(sql`
      insert into post_log (id, post_id, at, "by", account_id, "from", "to", what, why)
      select ${newId()}, id, ${at}, ${by}, ${accountId}, state, state, ${what}, ${why} from posts where id = ${postId}`),
  ];
}

export type PostLogRepository = ReturnType<typeof postLogRepository>;

/** What happened to posts. */
export function postLogRepository(db: Database) {
  return {
    /** The newest first. Ask `posts.find` first whether its reader may. */
    of: (postId: string, most: number): Promise<readonly StoredPostLine[]> => {
      const { id, at, by, from, to, what, why } = postLog;
      return db
        .select({ id, at, by, from, to, what, why })
        .from(postLog)
        .where(eq(postLog.postId, postId))
        .orderBy(desc(at), desc(sql`rowid`))
        .limit(most);
    },
  };
}
