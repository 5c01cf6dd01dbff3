import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import type { Approval } from '#db/repositories/post-decisions.ts';
import { before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

/**
 * The day that a post carries: its own once it was public; else that of the post which it was copied from, or of one of the same employer and
 * text, where that is still there or left within the month; else the day on which it comes out.
 */
export function postedAtStatement(db: Database, { postId, fingerprint, publishOn, now }: Approval): BatchItem<'sqlite'> {
  const carried = sql`(
    select min(post_fingerprints.posted_at) from post_fingerprints
    where (fingerprint = ${fingerprint} or post_id = posts.copied_from) and ${isRemembered(now)})`;
  const begins = Math.max(now, publishOn ?? now);
  return db.run(sql`
    update posts set posted_at = iif(posted_at <= ${now}, posted_at, min(coalesce(${carried}, ${begins}), ${begins})) where id = ${postId}`);
}

/** Remembers what it says, and that it is there. */
export function fingerprintStatements(db: Database, { postId, fingerprint, now }: Approval): readonly BatchItem<'sqlite'>[] {
  return [
    db.run(sql`
      insert into post_fingerprints (fingerprint, post_id, posted_at, left_at) select ${fingerprint}, id, posted_at, null from posts where id = ${postId}
      on conflict (fingerprint) do update set post_id = excluded.post_id, left_at = null,
        posted_at = iif(${isRemembered(now)}, min(posted_at, excluded.posted_at), excluded.posted_at)`),
    db.run(sql`update post_fingerprints set left_at = null where post_id = ${postId} and ${isThere()}`),
  ];
}

/** It left the public, or came back: `leftAt` null. */
export function leftStatement(
  db: Database,
  { postId, leftAt }: { readonly postId: string; readonly leftAt: number | null },
): BatchItem<'sqlite'> {
  return leftAt === null
    ? db.run(sql`update post_fingerprints set left_at = null where post_id = ${postId}`)
    : db.run(sql`update post_fingerprints set left_at = ${leftAt} where post_id = ${postId} and left_at is null`);
}

/** Still in public, or not gone for a month. */
function isRemembered(now: number): SQL {
  return sql`(left_at is null or left_at > ${before(now, ruleOf(RETENTION, 'post-fingerprints').keep)})`;
}

function isThere(): SQL {
  return sql`exists (select 1 from posts where posts.id = post_id and posts.state <> 'stopped')`;
}
