import { and, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { withdrawStatements } from '#db/repositories/post-acts.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { posts } from '#db/schema/posting-tables.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

export interface PostClaim {
  readonly postId: string;
  readonly accountId: string;
  /** The id of an employer that the account works for; null for an ad of one’s own. */
  readonly employer: string | null;
  readonly draftKey: string | null;
  /** The secret link of the post is open in this browser. */
  readonly isLinked: boolean;
  /** What waits for a moderator and is taken for an employer, as it goes on being written; null where nothing does. */
  readonly waiting: DraftFields | null;
  readonly now: number;
}

export type PostClaimsRepository = ReturnType<typeof postClaimsRepository>;

/** Posts that were written without an account, taken into one. */
export function postClaimsRepository(db: Database) {
  return {
    /** False where nothing in that browser opens the post, or the account does not work for that employer. */
    claim: (claim: PostClaim) => claimPost(db, claim),
    /** The draft of a browser, for whoever is signed in there. */
    ofBrowser: (draftKey: string) => findHeld(db, sql`posts.draft_key = ${draftKey}`),
    /** The post of an opened link. */
    ofLink: (postId: string) => findHeld(db, sql`posts.id = ${postId} and posts.guest_confirmed_at is not null`),
  };
}

export interface HeldPost {
  readonly id: string;
  readonly kind: 'job' | 'gig';
  readonly title: string;
  readonly wasPublic: boolean;
}

const title = sql<string>`coalesce(
  (select json_extract(content, '$.title') from post_revisions where post_id = posts.id order by number desc limit 1),
  json_extract(posts.draft, '$.title'), '')`;

async function findHeld(db: Database, where: SQL): Promise<HeldPost | null> {
  const { id, kind, publicRevisionId } = posts;
  const [found] = await db
    .select({ id, kind, title, publicRevisionId })
    .from(posts)
    .where(and(isNull(posts.accountId), where));
  return found === undefined ? null : { id: found.id, kind: found.kind, title: found.title, wasPublic: found.publicRevisionId !== null };
}

function claimPost(db: Database, claim: PostClaim): Promise<boolean> {
  const { postId, accountId, now } = claim;
  const seq = employerOf(claim);
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from posts where posts.id = ${postId} and posts.account_id is null and ${isHeld(claim)})`),
    ...(seq === null ? [] : [orNothing(db, sql`${seq} is not null and ${wasNeverPublic(postId)}`)]),
    db.run(sql`
      update posts set account_id = ${accountId}, employer_seq = ${seq ?? sql`null`}, draft_key = null, guest_address = null, guest_hash = null,
        guest_confirmed_at = null, updated_at = ${now} where id = ${postId}`),
    db.run(sql`delete from link_tokens where kind in ('confirm-post', 'manage-post') and subject_id = ${postId}`),
    ...logStatements(db, { postId, at: now, by: 'author', accountId, what: 'claimed' }),
    ...(seq === null ? [] : backToDraft(db, claim)),
  ]);
}

/** Read under a guest's name, it is not approved under an employer's. Where that has changed since it was looked at, nothing of the claim happens. */
function backToDraft(db: Database, { postId, accountId, waiting, now }: PostClaim): readonly Statement[] {
  const isWaiting = sql`exists (select 1 from posts where id = ${postId} and waiting_revision_id is not null)`;
  if (waiting === null) return [orNothing(db, sql`not ${isWaiting}`)];
  return withdrawStatements(db, { id: postId, author: { is: 'member', accountId }, now, fields: waiting });
}

function isHeld({ draftKey, isLinked }: PostClaim): SQL {
  return sql`(posts.draft_key = ${draftKey} or (${isLinked ? 1 : 0} and posts.guest_confirmed_at is not null))`;
}

function employerOf({ employer, accountId }: PostClaim): SQL | null {
  if (employer === null) return null;
  return sql`(
    select e.seq from employers as e join employer_members as m on m.employer_seq = e.seq
    where e.id = ${employer} and m.account_id = ${accountId})`;
}

/** What the public knows under one name does not go on under another's. */
function wasNeverPublic(postId: string): SQL {
  return sql`not exists (select 1 from posts where id = ${postId} and public_revision_id is not null)`;
}
