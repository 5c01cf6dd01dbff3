import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { pictures } from '#db/schema/posting-tables.ts';

/** Marks which pictures of a post its public or waiting words name, and since when the others are not shown: their files go with the next round. */
export function shownPicturesStatement(
  db: Database,
  { postId, now }: { readonly postId: string; readonly now: number },
): BatchItem<'sqlite'> {
  const isNamed = sql`pictures.id in (
    select content ->> 'pictureId' from post_revisions join posts on posts.id = post_revisions.post_id
    where posts.id = ${postId} and post_revisions.id in (posts.public_revision_id, posts.waiting_revision_id)
    union all select draft ->> 'pictureId' from posts where posts.id = ${postId})`;
  return db
    .update(pictures)
    .set({ replacedAt: sql`iif(${isNamed}, null, coalesce(replaced_at, ${now}))` })
    .where(eq(pictures.postId, postId));
}

/** Whether a picture was given for a post. */
export async function hasPicture(
  db: Database,
  { pictureId, postId }: { readonly pictureId: string; readonly postId: string },
): Promise<boolean> {
  const [found] = await db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.id, pictureId), eq(pictures.postId, postId)));
  return found !== undefined;
}
