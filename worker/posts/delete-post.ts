import type { PostActsRepository } from '#db/repositories/post-acts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

/** Writes it down outside the database, so that a backup which is put back does not bring it back. */
export type NoteAdDeleted = (deleted: { readonly id: string; readonly at: number }) => Promise<void>;

export interface DeletePostContext {
  readonly now: number;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly postActs: Pick<PostActsRepository, 'delete'>;
  /** Of a post under a notice or decision a sealed copy is kept, and its author told: none otherwise. */
  readonly keepCaseFile: (post: { readonly postId: string; readonly title: string }) => Promise<readonly Statement[]>;
  readonly noteAdDeleted: NoteAdDeleted;
}

/** Deletes a post whatever its state, with everything that hangs on it. Files of pictures follow within the day. */
export async function deletePost(context: DeletePostContext, asked: PostAsked): Promise<void> {
  const { now, postActs, keepCaseFile, noteAdDeleted } = context;
  const { post, revision, ad, author } = await ownPost(context, asked);
  const kept = await keepCaseFile({ postId: post.id, title: ad?.title ?? revision?.content.title ?? '' });
  const isGone = await postActs.delete({ id: post.id, author, now, first: kept });
  if (!isGone) throw new DomainError('conflict', 'posts.changed-just-now');
  await noteAdDeleted({ id: post.id, at: now });
}
