import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { aPost, typed } from '#tests/support/posts.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newSecret } from '#worker/kernel/secret.ts';

/** The id of the draft that a browser has begun signed out, so that addresses can be written before it is made. */
export const WRITTEN_DRAFT = 'draftofsomevisitorab';

/** Makes that draft, whole but for a place, which an empty gazetteer does not know. Answers what its browser sends as `Cookie`. */
export async function writtenDraft(db: Database): Promise<string> {
  const secret = newSecret();
  const draftKey = await sha256(secret);
  const fields = typed(
    aPost({ remote: { partly: false, countries: ['SE'] }, places: [], offeredBy: { name: 'Café Solkatten', website: null } }),
  );
  const draft = { id: WRITTEN_DRAFT, kind: 'job', author: { is: 'browser', draftKey }, employerSeq: null, language: 'en' } as const;
  await db.delete(posts).where(eq(posts.id, WRITTEN_DRAFT));
  await postsRepository(db).begin({ ...draft, fields, copiedFrom: null, now: Date.now() });
  return `draft=${secret}; __Host-draft=${secret}`;
}
