import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { closeCaseStatements } from '#db/repositories/cases.ts';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { type Approval, approveStatements, rejectStatements } from '#db/repositories/post-decisions.ts';
import { postEndsRepository } from '#db/repositories/post-ends.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { employerMembers, posts } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { DAY } from '#tests/support/jobs.ts';
import { newId } from '#worker/kernel/random.ts';
import { fold, slugOf } from '#worker/kernel/text.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { Author } from '#worker/posts/model/author.ts';
import { fieldsOf } from '#worker/posts/model/fields-of.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { PostState } from '#worker/posts/model/post-state.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';

export interface TestEmployer {
  readonly seq: number;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly owner: TestAccount;
  readonly recruiter: TestAccount;
}

/** An active employer that nobody has verified, with an owner and a recruiter. */
export async function makeEmployer(db: Database, said: Partial<typeof employers.$inferInsert> = {}): Promise<TestEmployer> {
  const id = newId();
  const name = said.name ?? `Firm ${id.slice(0, 6)}`;
  const now = Date.now();
  const row = { id, slug: `${slugOf(name)}-${id.slice(0, 6)}`, name, nameKey: fold(name), createdAt: now, updatedAt: now, ...said };
  const [made] = await db.insert(employers).values(row).returning();
  if (made === undefined) throw new Error('An employer was written and is not there.');
  const [owner, recruiter] = [await makeAccount(db, { role: 'employer' }), await makeAccount(db, { role: 'employer' })];
  await db.insert(employerMembers).values([
    { employerSeq: made.seq, accountId: owner.id, role: 'owner', since: now },
    { employerSeq: made.seq, accountId: recruiter.id, role: 'recruiter', since: now },
  ]);
  return { ...made, owner, recruiter };
}

/** A vacancy that every check lets through. */
export function aPost(said: Partial<PostContent> = {}): PostContent {
  return {
    kind: 'job',
    title: 'Nurse for nights',
    description: 'You care for twelve people through the night, together with a colleague, and hand over to the day at seven.',
    language: 'en',
    category: 'health',
    employmentTypes: ['part-time'],
    skills: ['Care'],
    places: [
      {
        placeId: null,
        name: 'Malmö',
        region: 'Skåne',
        regionCode: 'SE.27',
        country: 'SE',
        street: null,
        postalCode: null,
        lat: 55.6,
        lng: 13,
      },
    ],
    remote: null,
    salary: { currency: 'EUR', min: 2_800_00, max: 3_200_00, period: 'month' },
    payReason: null,
    agreement: null,
    apply: { by: 'relay' },
    contacts: [{ kind: 'mail', value: 'jobs@firm.example' }],
    publishOn: null,
    validThrough: null,
    referenceId: null,
    offeredBy: null,
    gig: null,
    pictureId: null,
    ...said,
  };
}

/** A self-employment advert that every check lets through. */
export function aGig(said: Partial<PostContent> = {}): PostContent {
  const price = { currency: 'EUR', min: 40_00, max: 50_00, unit: 'hour' } as const;
  return aPost({
    kind: 'gig',
    title: 'Pianos tuned',
    description: 'I tune uprights and grands at your home, listen to what is wrong, and leave a note on how the instrument is.',
    category: 'other',
    employmentTypes: [],
    skills: [],
    salary: { currency: 'EUR', min: 40_00, max: 50_00, period: 'hour' },
    offeredBy: { name: 'Ada Ek', website: null },
    gig: { by: 'person', areaServed: 'Malmö and 30 km around', availability: 'Weekday evenings', price },
    ...said,
  });
}

/** The same as the fields of a form. Places by name, as nothing of the gazetteer is in an empty database. */
export function typed(content: PostContent): DraftFields {
  return fieldsOf(content, { now: Date.now(), timeZone: 'UTC' });
}

export interface PostWanted {
  /** A new one, unless said otherwise. */
  readonly id?: string;
  readonly state?: PostState;
  /** By which it was begun: an employer's owner, unless said otherwise. */
  readonly author?: Author;
  readonly employer?: Pick<TestEmployer, 'seq' | 'owner'> | null;
  readonly content?: PostContent;
  readonly flags?: readonly FlagRaised[];
  readonly now?: number;
}

export interface TestPost {
  readonly id: string;
  readonly author: Author;
  /** What was submitted last; null of a draft. */
  readonly revisionId: string | null;
  readonly caseId: string | null;
  readonly content: PostContent;
}

/** A post in any state of its life, brought there by the acts that lead to it. Without an author and employer it is a guest's, who confirmed the address. */
export async function makePost(
  db: Database,
  { id = newId(), state = 'draft', employer = null, flags = [], now = Date.now(), ...wanted }: PostWanted = {},
): Promise<TestPost> {
  const author = wanted.author ?? (employer === null ? { is: 'guest', postId: id } : { is: 'member', accountId: employer.owner.id });
  const content = wanted.content ?? aPost(employer === null ? { offeredBy: { name: 'Ada Ek', website: null } } : {});
  const fields = typed(content);
  const { language, kind } = content;
  const began = state === 'expired' ? now - 181 * DAY : now;
  await postsRepository(db).begin({ id, kind, author, employerSeq: employer?.seq ?? null, language, fields, copiedFrom: null, now: began });
  if (author.is === 'guest')
    await db.update(posts).set({ guestConfirmedAt: now, guestHash: 'hash', guestAddress: 'sealed' }).where(eq(posts.id, id));
  if (state === 'draft') return { id, author, revisionId: null, caseId: null, content };
  const post = { id, author, revisionId: newId(), caseId: newId(), content };
  await submitted(db, post, { employerSeq: employer?.seq ?? null, flags, now: began });
  if (state === 'submitted') return post;
  const closed = closeCaseStatements(db, {
    id: post.caseId,
    now: began,
    by: 'tests',
    outcome: state === 'rejected' ? 'rejected' : 'approved',
  });
  const decided =
    state === 'rejected'
      ? rejectStatements(db, { postId: id, revisionId: post.revisionId, now, why: 'pay-named' })
      : approveStatements(db, approvalOf(post, began));
  await did(runOrNothing(db, [...closed, ...decided]));
  if (state === 'stopped') await did(postActsRepository(db).stop({ id, author, now }));
  if (state === 'expired') await did(postEndsRepository(db).expire({ id, now }, []));
  return post;
}

interface Submitted {
  readonly employerSeq: number | null;
  readonly flags: readonly FlagRaised[];
  readonly now: number;
  readonly version?: number;
}

async function submitted(
  db: Database,
  { id, author, revisionId, caseId, content }: TestPost,
  { employerSeq, flags, now, version = 1 }: Submitted,
): Promise<void> {
  const revision = { id: revisionId ?? '', content, flags };
  const caseOf = { caseId: caseId ?? '', employerSeq, approval: null };
  const submission = { id, act: 'submit', author, now, version, revision, ...caseOf } as const;
  await did(postActsRepository(db).submit(submission));
}

async function did(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Error('A step in the life of a post of the tests was refused.');
}

export interface PostEdited {
  readonly content: PostContent;
  readonly employer: Pick<TestEmployer, 'seq'>;
  readonly now?: number;
}

/** The same post with other words, saved and handed in. */
export async function editedPost(db: Database, post: TestPost, { content, employer, now = Date.now() }: PostEdited): Promise<TestPost> {
  const { id, author } = post;
  const version = (await postsRepository(db).find(id, author))?.post.draftVersion ?? 0;
  await did(
    postsRepository(db)
      .save({ id, author, fields: typed(content), version, now })
      .then((saved) => saved !== null),
  );
  const edited = { ...post, content, revisionId: newId(), caseId: newId() };
  await submitted(db, edited, { employerSeq: employer.seq, flags: [], now, version: version + 1 });
  return edited;
}

/** A vacancy in public, of an employer. */
export async function publishedPost(
  db: Database,
  employer: Pick<TestEmployer, 'seq' | 'owner'>,
  said: Partial<PostContent> = {},
): Promise<TestPost> {
  return makePost(db, { state: 'published', employer, content: aPost(said) });
}

/** The approval of what waits of a post, as a moderator's press makes it. */
export function approvalOf({ id: postId, revisionId, content }: Pick<TestPost, 'id' | 'revisionId' | 'content'>, now: number): Approval {
  const fingerprint = `of ${content.title} ${content.description}`;
  return {
    postId,
    revisionId: revisionId ?? '',
    now,
    by: 'moderator',
    ad: publicAd(content),
    publishOn: content.publishOn,
    fingerprint,
    edit: null,
    why: null,
  };
}
