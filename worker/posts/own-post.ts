import type { OwnPost, PostsRepository } from '#db/repositories/posts.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Author } from '#worker/posts/model/author.ts';

/** One post, asked for by whoever may be its author; null for a mere visitor. */
export interface PostAsked {
  readonly id: string;
  readonly author: Author | null;
}

/** The post, if it is theirs. Another's, and what there is none of, answer alike. */
export async function ownPost(
  { posts }: { readonly posts: Pick<PostsRepository, 'find'> },
  { id, author }: PostAsked,
): Promise<OwnPost & { readonly author: Author }> {
  const found = author === null ? null : await posts.find(id, author);
  if (found === null || author === null) throw new DomainError('not_found', 'posts.none-of-yours');
  return { ...found, author };
}
