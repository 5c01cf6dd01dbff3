import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { type Author, loggedAs } from '#worker/posts/model/author.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface OpenPost {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What checks know of a post beside its words. */
export interface PostHistory {
  /** Posts of the same employer, or of the same author, that a moderator approved and that were not removed since. */
  readonly approvals: number;
  /** Among these, what the member who acts has begun. */
  readonly approvalsOfMember: number;
  readonly verifiedAt: number | null;
  /** What the public reads of it now. */
  readonly approved: PostContent | null;
  /** Other posts of the same employer or author that are public. */
  readonly open: readonly OpenPost[];
}

export type PostHistoryRepository = ReturnType<typeof postHistoryRepository>;

/** How a post stands among others. */
export function postHistoryRepository(db: Database) {
  return { of: (postId: string, asked: { readonly author: Author; readonly now: number }) => of(db, postId, asked) };
}

interface Counted {
  readonly approvals: number;
  readonly approvalsOfMember: number;
  readonly verifiedAt: number | null;
  readonly approved: string | null;
}

const MOST_COMPARED = 200;

/**
 * A post is compared with others of its author alone. An address that nobody has confirmed is nobody's: whoever types another's would learn which ads
 * are theirs.
 */
const SAME = sql`(
  (other.employer_seq is not null and other.employer_seq = this.employer_seq)
  or (this.employer_seq is null and other.employer_seq is null and (other.account_id = this.account_id
    or (this.guest_confirmed_at is not null and other.guest_confirmed_at is not null and other.guest_hash = this.guest_hash))))`;

/** What was published first and waits for a look is no record, nor is what was removed. */
const STANDS_APPROVED = sql`exists (
    select 1 from cases where cases.job_id = other.id and cases.kind in ('post', 'review') and cases.outcome in ('approved', 'edited'))
  and not exists (
    select 1 from jobs join withheld_jobs on withheld_jobs.job_seq = jobs.seq where jobs.id = other.id and withheld_jobs.why = 'removed')`;

async function of(db: Database, postId: string, { author, now }: { readonly author: Author; readonly now: number }): Promise<PostHistory> {
  const { accountId } = loggedAs(author);
  const [counted, open] = await db.batch([
    db.all<Counted>(sql`
      select count(other.id) as approvals, count(other.id) filter (where other.account_id = ${accountId}) as "approvalsOfMember",
        (select verified_at from employers where seq = this.employer_seq) as "verifiedAt",
        (select content from post_revisions where post_revisions.id = this.public_revision_id) as approved
      from posts as this left join posts as other on other.public_revision_id is not null and ${SAME} and ${STANDS_APPROVED}
      where this.id = ${postId} group by this.id`),
    db.all<OpenPost>(sql`
      select j.id, j.title, j.description from posts as this join posts as other on other.id <> this.id and other.state = 'published' and ${SAME}
      join ${fromPublicJobs(now)} as j on j.id = other.id
      where this.id = ${postId} order by j.posted_at desc limit ${MOST_COMPARED}`),
  ]);
  const [row] = counted;
  if (row === undefined) return { approvals: 0, approvalsOfMember: 0, verifiedAt: null, approved: null, open };
  return { ...row, approved: row.approved === null ? null : contentIn(row.approved), open };
}

/** Safe: a revision's content was written by us, as the schema says. */
function contentIn(json: string): PostContent {
  return JSON.parse(json) as PostContent;
}
