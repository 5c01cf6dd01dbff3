import type { PostPicture } from '#db/repositories/post-pictures.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { type WritesForContext, writesFor } from '#worker/posts/writes-for.ts';

export interface CopyPostContext extends WritesForContext {
  readonly now: number;
  readonly board: Pick<Board, 'timeZone'>;
  readonly posts: Pick<PostsRepository, 'find' | 'begin'>;
  readonly files: Pick<FileStore, 'get' | 'put'>;
  readonly findPicture: (asked: { readonly pictureId: string; readonly postId: string }) => Promise<PostPicture | null>;
}

export interface PostCopied extends PostAsked {
  /** Whose the copy is: of somebody without an account the browser's, as every new ad of theirs. Asked for once it is clear that there will be one. */
  readonly copier: () => Promise<Author>;
  /** The public id of the employer whose it is to be; null for the same as before. */
  readonly employerId: string | null;
}

/**
 * Begins a post of the same words and the same picture, as a file of its own: of the same employer, or of another that its author works for. Answers its
 * id.
 */
export async function copyPost(context: CopyPostContext, { copier, employerId, ...asked }: PostCopied): Promise<string> {
  const { now, board, posts, files } = context;
  const { post, employer, revision, author } = await ownPost(context, asked);
  if (post.draftKey !== null) throw new DomainError('conflict', 'posts.copy-unconfirmed');
  if (employer?.status === 'suspended') throw new DomainError('forbidden', 'posts.employer-suspended');
  const employerSeq = employerId === null ? post.employerSeq : await writesFor(context, { author, employerId });
  const written = writtenFields({ post, revision }, { now, timeZone: board.timeZone });
  const copied = await pictureOf(context, { postId: post.id, fields: written });
  const fields = { ...written, pictureId: copied?.picture.id ?? '' };
  const id = newId();
  const { kind, language } = post;
  const draft = { id, kind, employerSeq, language, fields, copiedFrom: post.id, picture: copied?.picture ?? null, now };
  await posts.begin({ ...draft, author: await copier() });
  // After its row: what has a row is found and taken away again, whatever happens here.
  if (copied !== null) await files.put(pictureKey(copied.picture.id), copied.bytes);
  return id;
}

/** The picture that a post's words name, under an id of its own; null where there is none, or its file is gone. */
async function pictureOf(
  { now, files, findPicture }: CopyPostContext,
  { postId, fields: { pictureId } }: { readonly postId: string; readonly fields: DraftFields },
) {
  if (typeof pictureId !== 'string' || pictureId === '') return null;
  const known = await findPicture({ pictureId, postId });
  const bytes = known === null ? null : await files.get(pictureKey(pictureId));
  return known === null || bytes === null ? null : { picture: { ...known, id: newId(), createdAt: now }, bytes };
}
