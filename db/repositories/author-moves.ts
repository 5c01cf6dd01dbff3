import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { isAuthoredBy } from '#db/repositories/post-authors.ts';
import { moveStatements, type PostMove } from '#db/repositories/post-moves.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { type Author, loggedAs } from '#worker/posts/model/author.ts';

/** One act of an author on one post. */
export interface AuthorAct {
  readonly id: string;
  readonly author: Author;
  readonly now: number;
}

export interface AuthorMove extends Pick<PostMove, 'act' | 'what' | 'where'> {
  readonly by: AuthorAct;
  /** What has to see the state before. */
  readonly within: readonly Statement[];
}

/** One step in the life of a post that its author makes: breaks off where it is not theirs. */
export function authorMoveStatements(db: Database, { by, within, where = sql`true`, ...move }: AuthorMove): readonly Statement[] {
  const { id, author, now } = by;
  return moveStatements(db, { ...move, ...loggedAs(author), postId: id, now, where: sql`${isAuthoredBy(author)} and ${where}` }, within);
}
