import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { linkTokens, mails } from '#db/schema/account-tables.ts';
import { pictures, postCounts, postLog, postRevisions, posts } from '#db/schema/posting-tables.ts';

/** All that is kept of a guest’s post, by what it is. */
export interface GuestPostKept {
  /** Sealed about the post’s id. */
  readonly sealedAddress: string | null;
  readonly post: Readonly<Record<string, unknown>>;
  readonly submissions: readonly object[];
  readonly log: readonly object[];
  readonly counts: readonly object[];
  readonly pictures: readonly object[];
  /** Links that were sent: when, and until when they open. */
  readonly links: readonly object[];
  /** Mails to this address: when, of which kind, and what became of them. */
  readonly mails: readonly object[];
}

/** Null where there is no such post of a guest. */
export async function everythingOf(db: Database, postId: string): Promise<GuestPostKept | null> {
  const mine = and(eq(posts.id, postId), isNull(posts.accountId), isNotNull(posts.guestConfirmedAt));
  const [post] = await db.select().from(posts).where(mine);
  if (post === undefined) return null;
  const { guestAddress, guestHash, draftKey: _, accountId: __, employerSeq: ___, ...kept } = post;
  const [submissions, log, counts, images, links, written] = await Promise.all([
    db.select().from(postRevisions).where(eq(postRevisions.postId, postId)),
    logOf(db, postId),
    db.select().from(postCounts).where(eq(postCounts.jobId, postId)),
    db.select().from(pictures).where(eq(pictures.postId, postId)),
    linksOf(db, postId),
    mailsOf(db, guestHash),
  ]);
  return { sealedAddress: guestAddress, post: kept, submissions, log, counts, pictures: images, links, mails: written };
}

function logOf(db: Database, postId: string) {
  const { at, by, from, to, what, why } = postLog;
  return db.select({ at, by, from, to, what, why }).from(postLog).where(eq(postLog.postId, postId));
}

function linksOf(db: Database, postId: string) {
  const { kind, createdAt, expiresAt } = linkTokens;
  const ofPost = and(eq(linkTokens.subjectId, postId), inArray(kind, ['confirm-post', 'manage-post']));
  return db.select({ kind, createdAt, expiresAt }).from(linkTokens).where(ofPost);
}

async function mailsOf(db: Database, hash: string | null) {
  const { kind, masked, state, createdAt, sentAt } = mails;
  return hash === null ? [] : db.select({ kind, masked, state, createdAt, sentAt }).from(mails).where(eq(mails.recipient, hash));
}
