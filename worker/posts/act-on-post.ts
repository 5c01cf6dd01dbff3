import type { PostActsRepository } from '#db/repositories/post-acts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

export interface ActOnPostContext {
  readonly now: number;
  readonly board: Pick<Board, 'timeZone'>;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly postActs: Pick<PostActsRepository, 'withdraw' | 'stop' | 'resume'>;
}

/** Takes back what waits for a moderator; its words go on as a draft. */
export async function withdrawPost(context: ActOnPostContext, asked: PostAsked): Promise<void> {
  const { now, board, postActs } = context;
  const { post, revision, author } = await ownPost(context, asked);
  const fields = writtenFields({ post, revision }, { now, timeZone: board.timeZone });
  if (!(await postActs.withdraw({ id: post.id, author, now, fields }))) throw notNow('posts.nothing-waits');
}

/** Takes a post out of the public, at once and in every channel. */
export async function stopPost(context: ActOnPostContext, asked: PostAsked): Promise<void> {
  const { post, author } = await ownPost(context, asked);
  if (!(await context.postActs.stop({ id: post.id, author, now: context.now }))) throw notNow('posts.not-public');
}

/** Brings a stopped post back as it was, with the end it had. */
export async function resumePost(context: ActOnPostContext, asked: PostAsked): Promise<void> {
  const { post, author } = await ownPost(context, asked);
  const isBack = await context.postActs.resume({ id: post.id, author, now: context.now });
  if (!isBack) throw notNow('posts.not-stopped');
}

function notNow(message: string): DomainError {
  return new DomainError('conflict', message);
}
