import type { PostActsRepository } from '#db/repositories/post-acts.ts';
import type { Approval } from '#db/repositories/post-decisions.ts';
import type { PostPicture } from '#db/repositories/post-pictures.ts';
import type { Submission } from '#db/repositories/post-submission.ts';
import type { OwnPost, PostsRepository } from '#db/repositories/posts.ts';
import { DomainError, invalidField, SEE_FIELDS } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { type JudgePostContext, judgePost } from '#worker/posts/judge-post.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { Fingerprinted } from '#worker/posts/model/fingerprint.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';
import { nextState } from '#worker/posts/model/transitions.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { type ReadWrittenContext, readWritten } from '#worker/posts/read-written.ts';

export interface SubmitPostContext extends JudgePostContext, ReadWrittenContext {
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly board: JudgePostContext['board'] & ReadWrittenContext['board'];
  readonly postActs: Pick<PostActsRepository, 'submit'>;
  readonly fingerprint: (post: Fingerprinted) => Promise<string>;
  /** What a moderator should know of where its outside links lead. */
  readonly lookAtLinks: (content: PostContent) => Promise<readonly FlagRaised[]>;
  readonly findPicture: (asked: { readonly pictureId: string; readonly postId: string }) => Promise<PostPicture | null>;
}

export interface PostSubmitted extends PostAsked {
  /** The version of the draft that was read. */
  readonly version: number;
  /** `relist` puts one in again that was over. */
  readonly act?: Submission['act'];
}

/**
 * Hands a post in, or puts one in again that was over: what was written becomes a revision that waits, and a case in the queue. However often the same
 * version is handed in, there is one of each.
 */
export async function submitPost(context: SubmitPostContext, { version, act = 'submit', ...asked }: PostSubmitted): Promise<void> {
  const found = await ownPost(context, asked);
  if (isDone(found.post, version)) return;
  refuse(found, act);
  const content = await readWhole(context, found);
  const judged = await judgePost(context, { found, content });
  const deadLinks = await context.lookAtLinks(content);
  const flags = [...judged.flags, ...deadLinks];
  const publishFirst = judged.publishFirst && deadLinks.length === 0;
  const { id, employerSeq } = found.post;
  const revision = { id: newId(), content, flags };
  const approval = publishFirst ? await approvalOf(context, { found, revision }) : null;
  const submission = { id, author: found.author, act, now: context.now, version, revision, caseId: newId(), employerSeq, approval };
  if (await context.postActs.submit(submission)) return;
  const now = await ownPost(context, asked);
  if (!isDone(now.post, version)) throw changedMeanwhile();
}

/** Somebody, or another press of the same button, has handed in that very version. */
function isDone({ draft, draftVersion, waitingRevisionId, publicRevisionId }: OwnPost['post'], version: number): boolean {
  return draft === null && draftVersion === version + 1 && (waitingRevisionId ?? publicRevisionId) !== null;
}

function refuse({ post, employer, author }: OwnPost & { readonly author: Author }, act: Submission['act']): void {
  if (author.is === 'browser') throw new DomainError('conflict', 'posts.address-first');
  if (employer?.status === 'suspended') throw new DomainError('forbidden', 'posts.employer-suspended');
  const isUnchanged = act === 'submit' && post.draft === null;
  if (isUnchanged) throw new DomainError('conflict', 'posts.nothing-changed');
  if (nextState(act, post.state) === null) throw new DomainError('conflict', 'posts.not-now');
}

async function readWhole(context: SubmitPostContext, found: OwnPost): Promise<PostContent> {
  const read = await readWritten(context, found);
  if (read.is === 'incomplete') {
    throw new DomainError('invalid', SEE_FIELDS, read.problems);
  }
  const { content } = read;
  if (content.pictureId !== null && (await context.findPicture({ pictureId: content.pictureId, postId: found.post.id })) === null) {
    throw invalidField('pictureId', 'posts.picture-gone');
  }
  return content;
}

async function approvalOf(
  { now, fingerprint }: SubmitPostContext,
  { found: { post }, revision: { id, content } }: { readonly found: OwnPost; readonly revision: Submission['revision'] },
): Promise<Approval> {
  const { id: postId, employerSeq } = post;
  const hash = await fingerprint({ employerSeq, content });
  return {
    postId,
    revisionId: id,
    now,
    by: 'board',
    ad: publicAd(content),
    publishOn: content.publishOn,
    fingerprint: hash,
    edit: null,
    why: null,
  };
}

function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'posts.changed-elsewhere');
}
