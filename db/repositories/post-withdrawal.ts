import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { postRevisions } from '#db/schema/posting-tables.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

export interface WordsWithdrawn {
  readonly id: string;
  readonly now: number;
  readonly fields: DraftFields;
}

/** What waited goes on as a draft, unless another was begun meanwhile: for the batch of the move. */
export function wordsWithdrawn(db: Database, { id, now, fields }: WordsWithdrawn): readonly Statement[] {
  return [
    db
      .update(postRevisions)
      .set({ state: 'withdrawn', decidedAt: now })
      .where(sql`id = (select waiting_revision_id from posts where posts.id = ${id})`),
    db.run(sql`
      update posts set waiting_revision_id = null, draft_version = draft_version + 1, draft = coalesce(draft, ${JSON.stringify(fields)})
      where id = ${id}`),
  ];
}
