import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { employersOf, isAuthoredBy } from '#db/repositories/post-authors.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { isAllowed, nextStateOf } from '#db/repositories/post-moves.ts';
import type { PostPicture } from '#db/repositories/post-pictures.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { pictures, postRevisions, posts } from '#db/schema/posting-tables.ts';
import { employers, jobs, withheldJobs } from '#db/schema/tables.ts';
import type { Author } from '#worker/posts/model/author.ts';
import { loggedAs } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { LOOKS_BEFORE_TOLD } from '#worker/relay/model/link-looks.ts';

type PostRow = typeof posts.$inferSelect;

export type PostEmployer = Pick<
  typeof employers.$inferSelect,
  'seq' | 'id' | 'slug' | 'name' | 'status' | 'website' | 'logoId' | 'verifiedDomain' | 'verifiedAt'
>;

/** A post as its author sees it. */
export interface OwnPost {
  readonly post: PostRow;
  /** Whose it is, where that is an employer of this board. */
  readonly employer: PostEmployer | null;
  /** What was submitted last; null for a first draft. */
  readonly revision: typeof postRevisions.$inferSelect | null;
  /** Its ad, once it was approved. */
  readonly ad: {
    readonly slug: string;
    readonly title: string;
    readonly status: 'published' | 'stopped';
    readonly publicFrom: number;
    readonly publicUntil: number;
  } | null;
  readonly withheld: { readonly why: 'waiting' | 'frozen' | 'removed'; readonly since: number; readonly endsAt: number | null } | null;
  /** An outside link of its ad that leads nowhere; null where all are well. */
  readonly deadLink: string | null;
  /** What a moderator asks. */
  readonly question: { readonly caseId: string; readonly text: string; readonly askedAt: number | null } | null;
}

export interface NewPost {
  readonly id: string;
  readonly kind: PostRow['kind'];
  readonly author: Author;
  readonly employerSeq: number | null;
  readonly language: string;
  readonly fields: DraftFields;
  /** The post that it was copied from. */
  readonly copiedFrom: string | null;
  /** Given with it: what its fields name. */
  readonly picture?: PostPicture | null;
  readonly now: number;
}

export interface DraftSaved {
  readonly id: string;
  readonly author: Author;
  readonly fields: DraftFields;
  /** The version that was read: where another was saved since, nothing happens. */
  readonly version: number;
  readonly now: number;
}

export type PostsRepository = ReturnType<typeof postsRepository>;

/** Posts, for those who write them. What is another's and what there is none of answer alike. */
export function postsRepository(db: Database) {
  return {
    find: async (id: string, author: Author): Promise<OwnPost | null> =>
      (await select(db, and(eq(posts.id, id), isAuthoredBy(author))))[0] ?? null,
    /** Everything of an author, the last changed first. */
    list: (author: Author): Promise<readonly OwnPost[]> => select(db, inArray(posts.id, lastChanged(db, author))),
    begin: (post: NewPost) => begin(db, post),
    /** The new version; null where it was saved elsewhere since, is not theirs or may not be changed. */
    save: (saved: DraftSaved) => save(db, saved),
  };
}

/** Like `isAuthoredBy`, as indexes can answer it. */
function ownedBy(author: Author): SQL | undefined {
  if (author.is !== 'member') return isAuthoredBy(author);
  const { accountId } = author;
  return or(and(eq(posts.accountId, accountId), sql`posts.employer_seq is null`), inArray(posts.employerSeq, employersOf(accountId)));
}

const MOST_LISTED = 500;

/** Chosen before anything is read beside them: an employer may have thousands. */
function lastChanged(db: Database, author: Author) {
  return db.select({ id: posts.id }).from(posts).where(ownedBy(author)).orderBy(desc(posts.updatedAt), posts.id).limit(MOST_LISTED);
}

function select(db: Database, where: SQL | undefined): Promise<OwnPost[]> {
  const newest = sql`(select r.id from post_revisions as r where r.post_id = posts.id order by r.number desc limit 1)`;
  const asked = sql`(
    select c.id from cases as c where c.job_id = posts.id and c.state = 'open' and c.kind in ('post', 'review') and c.question is not null
    order by c.opened_at desc limit 1)`;
  const deadLink = sql<string | null>`(
    select c.url from link_checks as c where c.job_id = posts.id and c.failures >= ${LOOKS_BEFORE_TOLD} and posts.state = 'published' limit 1)`;
  const { seq, id, name, status, website, logoId, verifiedDomain, verifiedAt } = employers;
  const { slug, title, publicFrom, publicUntil } = jobs;
  const { why, since, endsAt } = withheldJobs;
  return db
    .select({
      post: posts,
      employer: { seq, id, slug: employers.slug, name, status, website, logoId, verifiedDomain, verifiedAt },
      revision: postRevisions,
      ad: { slug, title, status: jobs.status, publicFrom, publicUntil },
      withheld: { why, since, endsAt },
      deadLink,
      question: { caseId: cases.id, text: sql<string>`${cases.question}`, askedAt: cases.askedAt },
    })
    .from(posts)
    .leftJoin(employers, eq(employers.seq, posts.employerSeq))
    .leftJoin(postRevisions, sql`${postRevisions.id} = ${newest}`)
    .leftJoin(jobs, eq(jobs.id, posts.id))
    .leftJoin(withheldJobs, eq(withheldJobs.jobSeq, jobs.seq))
    .leftJoin(cases, sql`${cases.id} = ${asked}`)
    .where(where)
    .orderBy(desc(posts.updatedAt), posts.id);
}

async function begin(
  db: Database,
  { id, kind, author, employerSeq, language, fields, copiedFrom, picture = null, now }: NewPost,
): Promise<void> {
  const { by, accountId } = loggedAs(author);
  const draftKey = author.is === 'browser' ? author.draftKey : null;
  const times = { stateSince: now, createdAt: now, updatedAt: now };
  const row = { id, kind, employerSeq, language, draft: fields, draftVersion: 1, copiedFrom, accountId, draftKey, state: 'draft' } as const;
  const what = copiedFrom === null ? 'begun' : 'copied';
  await runBatch(db, [
    db.insert(posts).values({ ...row, ...times }),
    ...(picture === null ? [] : [db.insert(pictures).values({ ...picture, postId: id })]),
    ...logStatements(db, { postId: id, at: now, by, accountId, what }),
  ]);
}

async function save(db: Database, { id, author, fields, version, now }: DraftSaved): Promise<number | null> {
  const next = nextStateOf('save');
  const [saved] = await db
    .update(posts)
    .set({
      draft: fields,
      draftVersion: version + 1,
      stateSince: sql`iif(state = ${next}, state_since, ${now})`,
      state: sql`${next}`,
      updatedAt: now,
    })
    .where(and(eq(posts.id, id), eq(posts.draftVersion, version), isAllowed('save'), isAuthoredBy(author)))
    .returning({ version: posts.draftVersion });
  return saved?.version ?? null;
}
