import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { nextStateOf } from '#db/repositories/post-moves.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';

/** Somebody whose account goes, and when. */
export interface Leaving {
  readonly accountId: string;
  readonly at: number;
}

/**
 * What an account leaves behind of its posts, at the head of the batch in which it goes: adverts of its own are deleted with all that hangs on them. The
 * posts of an employer are the employer's and stay; where nobody owns it any more, they stop, and nothing of it waits for a moderator.
 */
export function leavePostsStatements(db: Database, { accountId, at }: Leaving): readonly BatchItem<'sqlite'>[] {
  const stopping = [...withdrawWaiting(accountId, at), ...stopPublic(accountId, at)].map((statement) => db.run(statement));
  return [...removePostsStatements(db, ownAdverts(accountId), at), ...stopping];
}

/** Ids of what an account offers for itself: by columns alone that are not overwritten before the rows go. */
export function ownAdverts(accountId: string): SQL {
  return sql`(select id from posts where account_id = ${accountId} and employer_seq is null)`;
}

/** Row ids of employers whose only owner an account is. */
function ownedAlone(accountId: string): SQL {
  return sql`(
    select mine.employer_seq from employer_members as mine where mine.account_id = ${accountId} and mine.role = 'owner' and not exists (
      select 1 from employer_members as other
      where other.employer_seq = mine.employer_seq and other.account_id <> mine.account_id and other.role = 'owner'))`;
}

function withdrawWaiting(accountId: string, at: number): readonly SQL[] {
  const waiting = sql`posts.employer_seq in ${ownedAlone(accountId)} and posts.waiting_revision_id is not null`;
  const next = nextStateOf('withdraw');
  return [
    sql`update cases set state = 'withdrawn', decided_at = ${at}
      where state = 'open' and kind in ('post', 'review') and job_id in (select id from posts where ${waiting})`,
    sql`update post_revisions set state = 'withdrawn', decided_at = ${at} where id in (select waiting_revision_id from posts where ${waiting})`,
    sql`insert into post_log (id, post_id, at, "by", "from", "to", what)
      select lower(hex(randomblob(10))), id, ${at}, 'board', state, ${next}, 'withdrawn' from posts where ${waiting}`,
    sql`update posts set state_since = iif(state = ${next}, state_since, ${at}), state = ${next}, waiting_revision_id = null, updated_at = ${at}
      where ${waiting}`,
  ];
}

function stopPublic(accountId: string, at: number): readonly SQL[] {
  const open = sql`posts.employer_seq in ${ownedAlone(accountId)} and posts.state = 'published'`;
  const next = nextStateOf('stop');
  return [
    sql`update jobs set status = 'stopped', stopped_at = ${at}, updated_at = ${at} where id in (select id from posts where ${open})`,
    sql`update post_fingerprints set left_at = ${at} where left_at is null and post_id in (select id from posts where ${open})`,
    sql`insert into post_log (id, post_id, at, "by", "from", "to", what)
      select lower(hex(randomblob(10))), id, ${at}, 'board', state, ${next}, 'stopped' from posts where ${open}`,
    sql`update posts set state = ${next}, state_since = ${at}, updated_at = ${at} where ${open}`,
  ];
}
