import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { postRevisions, posts } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export type PostRevision = typeof postRevisions.$inferSelect;

/** A revision with as much of its post as a decision needs. */
export interface RevisionInPost {
  readonly revision: PostRevision;
  readonly post: typeof posts.$inferSelect;
  /** Whose post it is, where that is an employer of this board. */
  readonly employer: Pick<typeof employers.$inferSelect, 'seq' | 'id' | 'name' | 'status' | 'verifiedDomain'> | null;
}

/** What a revision stands between. */
export interface BesideRevision {
  /** What had been approved before it; null of a first one. */
  readonly before: PostContent | null;
  /** What a moderator made of it; null where nobody changed it. */
  readonly edited: PostContent | null;
}

export type PostRevisionsRepository = ReturnType<typeof postRevisionsRepository>;

/** Posts as they were submitted. Not asked whose they are: for the board's own work. */
export function postRevisionsRepository(db: Database) {
  return {
    find: (id: string) => find(db, id),
    beside: (revision: Pick<PostRevision, 'id' | 'postId' | 'number'>) => beside(db, revision),
    /** The newest first. */
    ofPost: (postId: string): Promise<readonly PostRevision[]> =>
      db.select().from(postRevisions).where(eq(postRevisions.postId, postId)).orderBy(desc(postRevisions.number)),
  };
}

async function find(db: Database, id: string): Promise<RevisionInPost | null> {
  const { seq, id: employerId, name, status, verifiedDomain } = employers;
  const [found] = await db
    .select({ revision: postRevisions, post: posts, employer: { seq, id: employerId, name, status, verifiedDomain } })
    .from(postRevisions)
    .innerJoin(posts, eq(posts.id, postRevisions.postId))
    .leftJoin(employers, eq(employers.seq, posts.employerSeq))
    .where(eq(postRevisions.id, id));
  return found ?? null;
}

async function beside(db: Database, { id, postId, number }: Pick<PostRevision, 'id' | 'postId' | 'number'>): Promise<BesideRevision> {
  const { content, state, editedFrom } = postRevisions;
  const found = await db
    .select({ content, editedFrom })
    .from(postRevisions)
    .where(
      sql`${postRevisions.postId} = ${postId} and (${editedFrom} = ${id} or (${state} = 'approved' and ${postRevisions.number} < ${number}))`,
    )
    .orderBy(desc(postRevisions.number));
  return {
    before: found.find((one) => one.editedFrom !== id)?.content ?? null,
    edited: found.find((one) => one.editedFrom === id)?.content ?? null,
  };
}
