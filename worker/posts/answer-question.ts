import type { PostActsRepository } from '#db/repositories/post-acts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

export interface AnswerQuestionContext {
  readonly now: number;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly postActs: Pick<PostActsRepository, 'answer'>;
}

/** Answers what a moderator has asked about a post. */
export async function answerQuestion(
  context: AnswerQuestionContext,
  { text, ...asked }: PostAsked & { readonly text: string },
): Promise<void> {
  const { post, author } = await ownPost(context, asked);
  const isTaken = await context.postActs.answer({ id: post.id, author, now: context.now, text });
  if (!isTaken) throw new DomainError('conflict', 'posts.no-question');
}
