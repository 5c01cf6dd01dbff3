import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { StoredStatement } from '#db/repositories/statements.ts';
import { type ComparedField, changedWords } from '#worker/moderation/model/compare-words.ts';
import { postWords } from '#worker/moderation/model/post-words.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface CompareEditContext {
  readonly postRevisions: Pick<PostRevisionsRepository, 'find' | 'beside'>;
}

/** What a moderator changed in an ad by that decision: its author’s words beside ours. Empty for any other decision, and once the ad is gone. */
export async function compareEdit(
  { postRevisions }: CompareEditContext,
  { restriction, revisionId }: Pick<StoredStatement, 'restriction' | 'revisionId'>,
): Promise<readonly ComparedField[]> {
  const found = restriction !== 'edited' || revisionId === null ? null : await postRevisions.find(revisionId);
  if (found === null) return [];
  const { edited } = await postRevisions.beside(found.revision);
  const wordsOf = (content: PostContent) => postWords(content, found.employer?.name ?? null);
  return edited === null ? [] : changedWords(wordsOf(found.revision.content), wordsOf(edited));
}
