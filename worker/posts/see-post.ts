import type { PostLogRepository } from '#db/repositories/post-log.ts';
import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { OwnPost, PostsRepository } from '#db/repositories/posts.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { changedWords } from '#worker/moderation/model/compare-words.ts';
import { postWords } from '#worker/moderation/model/post-words.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { PostLogView, PostOutline, PostView } from '#worker/posts/model/post-view.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { type PresentPostContext, presentOutline, presentPost } from '#worker/posts/present-post.ts';

export interface SeePostContext extends PresentPostContext {
  readonly posts: Pick<PostsRepository, 'find' | 'list'>;
  readonly postLog: PostLogRepository;
  readonly postRevisions: Pick<PostRevisionsRepository, 'find'>;
}

/** A year of changes, as long as they are kept. */
const MOST_LINES = 1000;

/** A post, with all that its author may do with it at that moment. */
export async function seePost(context: SeePostContext, asked: PostAsked): Promise<PostView> {
  const found = await ownPost(context, asked);
  const lines = found.revision?.state === 'rejected' ? await context.postLog.of(found.post.id, MOST_LINES) : [];
  const lastWord = lines.find(({ what }) => what === 'rejected')?.why ?? null;
  return presentPost(context, { ...found, lastWord, changes: await changesIn(context, found) });
}

/** What a moderator made of the words that were handed in last. */
async function changesIn({ postRevisions }: SeePostContext, { revision, employer }: OwnPost): Promise<PostView['changedForYou']> {
  const written = revision?.editedFrom == null ? null : await postRevisions.find(revision.editedFrom);
  if (written === null || revision === null) return [];
  const name = employer?.name ?? null;
  return changedWords(postWords(written.revision.content, name), postWords(revision.content, name));
}

/** Everything of an author, the last changed first; nothing for a mere visitor. */
export async function listPosts(context: SeePostContext, author: Author | null): Promise<readonly PostOutline[]> {
  const found = author === null ? [] : await context.posts.list(author);
  return found.map((post) => presentOutline(context, post));
}

/** Every change of a post: who, when, from, to, why; the newest first. */
export async function seePostLog(context: SeePostContext, asked: PostAsked): Promise<PostLogView> {
  const { post } = await ownPost(context, asked);
  const lines = await context.postLog.of(post.id, MOST_LINES);
  return { lines: lines.map(({ at, by, what, from, to, why }) => ({ at: isoTime(at), by, what, from, to, why })) };
}
