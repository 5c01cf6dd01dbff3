import type { EmployerMembersRepository } from '#db/repositories/employer-members.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

export interface WritePostContext {
  readonly now: number;
  /** BCP 47, of the reader. */
  readonly language: string;
  readonly board: Pick<Board, 'timeZone'>;
  readonly posts: PostsRepository;
  readonly employerMembers: Pick<EmployerMembersRepository, 'find'>;
}

export interface PostBegun {
  readonly author: Author;
  readonly kind: JobKind;
  /** The public id of the employer whose post it is to be; null for a guest, and for an advert of one's own. */
  readonly employerId: string | null;
  readonly fields: DraftFields;
}

/** Begins a draft. Answers its id. */
export async function beginPost(context: WritePostContext, { author, kind, employerId, fields }: PostBegun): Promise<string> {
  const { now, language, posts } = context;
  const employerSeq = employerId === null ? null : await employerOf(context, { author, employerId });
  const id = newId();
  await posts.begin({ id, kind, author, employerSeq, language, fields, copiedFrom: null, now });
  return id;
}

async function employerOf(
  { employerMembers }: WritePostContext,
  { author, employerId }: { readonly author: Author; readonly employerId: string },
): Promise<number> {
  const employer = author.is === 'member' ? await employerMembers.find(author.accountId, employerId) : null;
  if (employer === null) throw invalidField('employer', 'Choose an employer that you work for.');
  if (employer.status === 'suspended') throw invalidField('employer', 'This employer is suspended: it can begin no posts.');
  return employer.seq;
}

export interface DraftTyped extends PostAsked {
  readonly fields: DraftFields;
  /** The version that was read. */
  readonly version: number;
}

/** Keeps what is being written, complete or not. Answers the new version. */
export async function saveDraft(context: WritePostContext, { fields, version, ...asked }: DraftTyped): Promise<number> {
  const { post, author } = await ownPost(context, asked);
  const saved = await context.posts.save({ id: post.id, author, fields, version, now: context.now });
  if (saved !== null) return saved;
  throw new DomainError(
    'conflict',
    'The post was saved elsewhere meanwhile, in another window or by a colleague. Load it again before you go on.',
  );
}

/** Begins a post of the same words and the same employer. Answers its id. */
export async function copyPost(context: WritePostContext, asked: PostAsked): Promise<string> {
  const { now, board, posts } = context;
  const { post, employer, revision, author } = await ownPost(context, asked);
  if (author.is !== 'member') throw new DomainError('forbidden', 'Only posts in an account can be copied. Take this one into yours first.');
  if (employer?.status === 'suspended') throw new DomainError('forbidden', 'This employer is suspended: it can begin no posts.');
  const fields = { ...writtenFields({ post, revision }, { now, timeZone: board.timeZone }), pictureId: '' };
  const id = newId();
  const { kind, language, employerSeq } = post;
  await posts.begin({ id, kind, author, employerSeq, language, fields, copiedFrom: post.id, now });
  return id;
}
