import type { PostsRepository } from '#db/repositories/posts.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { type WritesForContext, writesFor } from '#worker/posts/writes-for.ts';

export interface WritePostContext extends WritesForContext {
  readonly now: number;
  /** BCP 47, of the reader. */
  readonly language: string;
  readonly posts: PostsRepository;
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
  const employerSeq = employerId === null ? null : await writesFor(context, { author, employerId });
  const id = newId();
  await posts.begin({ id, kind, author, employerSeq, language, fields, copiedFrom: null, now });
  return id;
}

export interface DraftTyped extends PostAsked {
  readonly fields: DraftFields;
  /** The version that was read. */
  readonly version: number;
}

/** Keeps what is being written, complete or not. Answers the new version. The same fields twice, as by a double press, are kept once. */
export async function saveDraft(context: WritePostContext, { fields, version, ...asked }: DraftTyped): Promise<number> {
  const { post, author } = await ownPost(context, asked);
  const saved = await context.posts.save({ id: post.id, author, fields, version, now: context.now });
  if (saved !== null) return saved;
  const { post: kept } = await ownPost(context, asked);
  if (kept.draftVersion === version + 1 && JSON.stringify(kept.draft) === JSON.stringify(fields)) return kept.draftVersion;
  throw new DomainError('conflict', 'posts.saved-elsewhere');
}
