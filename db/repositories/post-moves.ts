import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { newId } from '#worker/kernel/random.ts';
import type { LoggedBy, PostLogKind } from '#worker/posts/model/post-log-kinds.ts';
import { type PostAct, TRANSITIONS } from '#worker/posts/model/transitions.ts';

export interface PostMove {
  readonly act: PostAct;
  readonly postId: string;
  readonly now: number;
  readonly by: LoggedBy;
  readonly accountId: string | null;
  readonly what: PostLogKind;
  readonly why?: string | null;
  /** What must hold of the row in `posts` besides, such as whose it is. */
  readonly where?: SQL;
}

/**
 * One step in the life of a post, for `runOrNothing` or `audited`: breaks off where the table of transitions does not allow it at that moment, or
 * `where` does not hold. What has to see the state before stands in `within`.
 */
export function moveStatements(db: Database, move: PostMove, within: readonly BatchItem<'sqlite'>[] = []): readonly BatchItem<'sqlite'>[] {
  const { act, postId, now, by, accountId, what, why = null, where = sql`true` } = move;
  const next = nextStateOf(act);
  return [
    orNothing(db, sql`exists (select 1 from posts where posts.id = ${postId} and ${isAllowed(act)} and ${where})`),
    db.run(sql`
      insert into post_log (id, post_id, at, "by", account_id, "from", "to", what, why)
      select ${newId()}, id, ${now}, ${by}, ${accountId}, state, ${next}, ${what}, ${why} from posts where id = ${postId}`),
    ...within,
    db.run(sql`
      update posts set state_since = iif(state = ${next}, state_since, ${now}), state = ${next}, updated_at = ${now} where id = ${postId}`),
  ];
}

/** Whether the table of transitions allows an act on a row of `posts`. */
export function isAllowed(act: PostAct): SQL {
  const states = Object.keys(TRANSITIONS[act].moves);
  return sql`posts.state in ${states}`;
}

/** The state of a row of `posts` after an act, as an expression. */
export function nextStateOf(act: PostAct): SQL {
  const cases = Object.entries(TRANSITIONS[act].moves).map(([from, to]) => sql`when ${from} then ${to}`);
  return sql`(case posts.state ${sql.join(cases, sql` `)} end)`;
}
