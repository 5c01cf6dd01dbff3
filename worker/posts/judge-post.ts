import type { EmployerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import type { LookAlikesRepository } from '#db/repositories/look-alikes.ts';
import type { PostHistory, PostHistoryRepository } from '#db/repositories/post-history.ts';
import type { OwnPost } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import { domainIn } from '#worker/employers/model/domain.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { flagsOfPage } from '#worker/moderation/model/page-flags.ts';
import { mayPublishFirst } from '#worker/moderation/model/publish-first.ts';
import { raiseFlags } from '#worker/moderation/model/raise-flags.ts';
import type { Author } from '#worker/posts/model/author.ts';
import { repeatedPost } from '#worker/posts/model/hints/repeats.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface JudgePostContext {
  readonly now: number;
  readonly board: Pick<Board, 'moderation'>;
  readonly postHistory: PostHistoryRepository;
  readonly lookAlikes: Pick<LookAlikesRepository, 'find'>;
  readonly employerProfiles: Pick<EmployerProfilesRepository, 'find'>;
}

export interface Judged {
  readonly flags: readonly FlagRaised[];
  /** The open post of the same author that it repeats. */
  readonly repeats: { readonly id: string; readonly title: string } | null;
  /** Whether it is published at once and looked at after. */
  readonly publishFirst: boolean;
}

interface Judging {
  readonly found: Pick<OwnPost, 'post' | 'employer'> & { readonly author: Author };
  readonly content: PostContent;
}

/** What a moderator should look at in a post, and whether it may come out before. */
export async function judgePost(context: JudgePostContext, { found, content }: Judging): Promise<Judged> {
  const { now, board, postHistory } = context;
  const { post, author } = found;
  const history = await postHistory.of(post.id, { author, now });
  const repeats = repeatedPost(content, history.open);
  const raised = raiseFlags({
    content,
    moderation: board.moderation,
    approved: history.approved,
    isFirst: isFirst(history, author),
    repeats: repeats?.title ?? null,
    looksLike: await looksLike(context, { found, content }),
  });
  const flags = [...raised, ...(await flagsOfNewPage(context, found))];
  return { flags, repeats, publishFirst: mayPublishFirst({ flags, ...history }, board.moderation) };
}

/** Of an employer: the first of that member. */
function isFirst({ approvals, approvalsOfMember }: PostHistory, author: Author): boolean {
  return author.is === 'member' ? approvalsOfMember === 0 : approvals === 0;
}

/** No row has it. */
const NO_EMPLOYER = 0;

/** An employer's page becomes public with its first ad, and is looked at with it; later it is looked at when it changes. */
async function flagsOfNewPage(
  { employerProfiles, lookAlikes }: JudgePostContext,
  { employer }: Judging['found'],
): Promise<readonly FlagRaised[]> {
  const stored = employer === null ? null : await employerProfiles.find(employer.seq);
  if (employer === null || stored === null || stored.hasPage) return [];
  const { page } = stored;
  const domain = domainIn(page.website);
  return flagsOfPage(page, await lookAlikes.find({ seq: employer.seq, name: page.name, domain, isProven: false }));
}

/** The name of a guest comes with the post. */
async function looksLike({ lookAlikes }: JudgePostContext, { content: { offeredBy } }: Judging): Promise<string | null> {
  if (offeredBy === null) return null;
  const { name, website } = offeredBy;
  return (await lookAlikes.find({ seq: NO_EMPLOYER, name, domain: domainIn(website), isProven: false }))?.like ?? null;
}
