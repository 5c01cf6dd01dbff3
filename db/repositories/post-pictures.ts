import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { isAuthoredBy } from '#db/repositories/post-authors.ts';
import { isAllowed, nextStateOf } from '#db/repositories/post-moves.ts';
import { pictures } from '#db/schema/posting-tables.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

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

/** A picture, whatever it was given for. */
export type PostPicture = Pick<typeof pictures.$inferSelect, 'id' | 'type' | 'width' | 'height' | 'bytes' | 'createdAt'>;

/** A picture that was given for a post; null where that one was not. */
export async function findPicture(
  db: Database,
  { pictureId, postId }: { readonly pictureId: string; readonly postId: string },
): Promise<PostPicture | null> {
  const { id, type, width, height, bytes, createdAt } = pictures;
  const [found] = await db
    .select({ id, type, width, height, bytes, createdAt })
    .from(pictures)
    .where(and(eq(id, pictureId), eq(pictures.postId, postId)));
  return found ?? null;
}

export interface PictureGiven {
  readonly id: string;
  readonly author: Author;
  readonly now: number;
  readonly picture: PostPicture;
  /** What is being written, with the picture among it. */
  readonly fields: DraftFields;
  /** The version that was read. */
  readonly version: number;
}

/** Pictures of one post whose files have not been swept yet; beyond that the next round clears those first that nothing names. */
const MOST_KEPT = 20;
/** The same while nobody has confirmed an address. */
const MOST_UNCONFIRMED = 5;

/** Takes a picture into what is being written. False where it was saved elsewhere since, is not theirs, or too many were given. */
export function givePicture(db: Database, { id, author, now, picture, fields, version }: PictureGiven): Promise<boolean> {
  const next = nextStateOf('save');
  const mayGive = sql`exists (select 1 from posts where posts.id = ${id} and draft_version = ${version} and ${isAllowed('save')} and ${isAuthoredBy(author)})`;
  const given = sql`(select count(*) from pictures where post_id = ${id})`;
  const most = sql`(select iif(draft_key is null, ${MOST_KEPT}, ${MOST_UNCONFIRMED}) from posts where id = ${id})`;
  return runOrNothing(db, [
    orNothing(db, sql`${mayGive} and ${given} < ${most}`),
    db.insert(pictures).values({ ...picture, postId: id }),
    db.run(sql`
      update posts set draft = ${JSON.stringify(fields)}, draft_version = draft_version + 1, state_since = iif(state = ${next}, state_since, ${now}),
        state = ${next}, updated_at = ${now} where id = ${id}`),
    shownPicturesStatement(db, { postId: id, now }),
  ]);
}
