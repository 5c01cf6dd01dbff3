import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { postCounts, posts } from '#db/schema/posting-tables.ts';
import { aGig, aPost, makeEmployer, makePost } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PostState } from '#worker/posts/model/post-state.ts';

/** A public post of an employer, with counts; the id is the same in every database. */
export const POSTED_AD = 'aaaaaaaaaaaaaaapostd';
/** A post of the same employer about which a moderator asks. */
export const ASKED_AD = 'aaaaaaaaaaaaaaaasked';
/** Its case. */
export const ASKED_CASE = 'aaaaaaaaaaaaaaaacase';

const DAY = 86_400_000;
const COUNTS = [14, 31, 8, 52, 47, 23, 3, 19, 66, 40];

/** Posts in every state, of one employer: answers its owner. */
export async function postedAds(db: Database) {
  await runBatch(db, removePostsStatements(db, sql`(${POSTED_AD}, ${ASKED_AD})`, Date.now()));
  await db.delete(cases).where(eq(cases.id, ASKED_CASE));
  const employer = await makeEmployer(db, { name: 'Pelham Harbour Bakery' });
  await makePost(db, {
    id: POSTED_AD,
    state: 'published',
    employer,
    content: aPost({ title: 'Baker for the morning shift' }),
    now: Date.now() - 9 * DAY,
  });
  for (const [back, count] of COUNTS.entries()) {
    const day = new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
    await db.insert(postCounts).values([
      { jobId: POSTED_AD, day, what: 'view', count },
      { jobId: POSTED_AD, day, what: 'reveal', count: Math.floor(count / 4) },
    ]);
  }
  const { caseId } = await makePost(db, {
    id: ASKED_AD,
    state: 'submitted',
    employer,
    content: aPost({ title: 'Saleswoman in the shop' }),
    flags: [{ flag: 'title-not-neutral', field: 'title', quote: 'Saleswoman' }],
  });
  const question = 'The title names one sex. Is there a reason that the law accepts?';
  await db
    .update(cases)
    .set({ id: ASKED_CASE, employerSeq: employer.seq, question, askedAt: Date.now() })
    .where(eq(cases.id, caseId ?? ''));
  const rest: readonly PostState[] = ['draft', 'stopped', 'expired', 'rejected'];
  for (const state of rest) await makePost(db, { state, employer, content: aPost({ title: `Helper in the kitchen, ${state}` }) });
  const ending = await makePost(db, { state: 'published', employer, content: aPost({ title: 'Driver, early tour' }) });
  await db
    .update(posts)
    .set({ expiresAt: Date.now() + 5 * DAY })
    .where(eq(posts.id, ending.id));
  return employer.owner;
}

/** A guest’s post, opened by its link. */
export async function guestsAd(db: Database): Promise<string> {
  return (await makePost(db, { state: 'published', content: aGig({ title: 'Pianos tuned at your home' }) })).id;
}

/** A guest’s draft whose address waits to be confirmed. */
export async function unconfirmedAd(db: Database): Promise<string> {
  const { id } = await makePost(db, { content: aPost({ title: 'Gardener for a school', offeredBy: { name: 'Ada Ek', website: null } }) });
  await db.update(posts).set({ guestConfirmedAt: null, draftKey: newId() }).where(eq(posts.id, id));
  return id;
}
