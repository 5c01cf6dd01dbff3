import { type SQL, sql } from 'drizzle-orm';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import type { Author } from '#worker/posts/model/author.ts';

/**
 * Whether a row of `posts` is an author's: the one place that decides it. A member of an employer touches all posts of it; an advert of one's own is
 * its account's alone.
 */
export function isAuthoredBy(author: Author): SQL {
  if (author.is === 'guest')
    return sql`(posts.id = ${author.postId} and posts.account_id is null and posts.guest_confirmed_at is not null)`;
  if (author.is === 'browser') return sql`posts.draft_key = ${author.draftKey}`;
  const { accountId } = author;
  return sql`iif(posts.employer_seq is null, posts.account_id = ${accountId}, posts.employer_seq in ${employersOf(accountId)})`;
}

/** Row ids of the employers that an account works for, as a subquery: none while it is suspended. */
export function employersOf(accountId: string): SQL {
  return sql`(select employer_seq from employer_members where employer_members.account_id = ${accountId} and ${isNotSuspended(sql`${accountId}`)})`;
}
