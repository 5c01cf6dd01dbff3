import type { OwnPost } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import { jobPath } from '#worker/jobs/model/addresses.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { AuthorAct, PostOutline, PostView } from '#worker/posts/model/post-view.ts';
import { nextState, type PostAct } from '#worker/posts/model/transitions.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface PresentPostContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly board: Pick<Board, 'timeZone'>;
}

/** A post as a line of its author's list. */
export function presentOutline(context: PresentPostContext, found: OwnPost): PostOutline {
  const { post, employer, revision, ad, withheld, question } = found;
  const title = post.draft?.['title'] ?? revision?.content.title ?? '';
  return {
    id: post.id,
    kind: post.kind,
    state: post.state,
    stateSince: isoTime(post.stateSince),
    title: typeof title === 'string' ? title : '',
    employer: employer === null ? null : { id: employer.id, name: employer.name, suspended: employer.status === 'suspended' },
    guest: post.accountId === null && post.employerSeq === null,
    hasDraft: post.draft !== null,
    hasWaiting: post.waitingRevisionId !== null,
    question: question === null ? null : { text: question.text, askedAt: timeOrNull(question.askedAt) },
    publicUrl: isPublic(found, context.now) && ad !== null ? context.publicUrl + jobPath({ slug: ad.slug, id: post.id }) : null,
    postedAt: timeOrNull(post.postedAt),
    publicFrom: timeOrNull(ad?.publicFrom ?? null),
    endsAt: timeOrNull(post.expiresAt),
    goneAt: timeOrNull(goneAt(post)),
    withheld: withheld === null ? null : { why: withheld.why, since: isoTime(withheld.since), endsAt: timeOrNull(withheld.endsAt) },
    deadLink: found.deadLink,
    updatedAt: isoTime(post.updatedAt),
    acts: actsOf(found, context.now),
  };
}

/** A post with what stands elsewhere about it. */
interface PostRead extends OwnPost {
  /** Of the moderator who rejected it. */
  readonly lastWord: string | null;
  readonly changes: PostView['changedForYou'];
}

/** A post as its author sees it. */
export function presentPost(context: PresentPostContext, { lastWord, changes, ...found }: PostRead): PostView {
  const { now, board } = context;
  const { post, revision } = found;
  const fields = writtenFields(found, { now, timeZone: board.timeZone });
  return {
    ...presentOutline(context, found),
    version: post.draftVersion,
    fields: { ...fields },
    whyRejected: revision?.state === 'rejected' ? lastWord : null,
    changedForYou: changes,
  };
}

function isPublic({ post, employer, ad, withheld }: OwnPost, now: number): boolean {
  if (post.state !== 'published' || ad === null || withheld !== null || employer?.status === 'suspended') return false;
  return ad.status === 'published' && ad.publicFrom <= now && ad.publicUntil > now;
}

/** By the rules of what is kept. */
function goneAt({ state, stateSince, updatedAt, draftKey }: OwnPost['post']): number | null {
  const end = (rule: string, since: number) => after(since, ruleOf(RETENTION, rule).keep);
  if (state === 'stopped') return end('stopped-jobs', stateSince);
  if (state === 'expired') return end('expired-jobs', stateSince);
  if (state !== 'draft' && state !== 'rejected') return null;
  return end(draftKey === null ? 'drafts' : 'guest-drafts', updatedAt);
}

function actsOf(found: OwnPost, now: number): readonly AuthorAct[] {
  const { post, employer, ad, question } = found;
  const isActive = employer?.status !== 'suspended';
  const allowed = (act: PostAct) => nextState(act, post.state) !== null;
  const may: Readonly<Record<AuthorAct, boolean>> = {
    save: allowed('save'),
    submit: allowed('submit') && post.draft !== null && post.draftKey === null && isActive,
    withdraw: allowed('withdraw') && post.waitingRevisionId !== null,
    stop: allowed('stop'),
    resume: allowed('resume') && ad !== null && ad.publicUntil > now,
    relist: allowed('relist') && isActive,
    copy: post.draftKey === null && isActive,
    answer: question !== null && question.askedAt !== null,
    delete: true,
  };
  return (['save', 'submit', 'withdraw', 'stop', 'resume', 'relist', 'copy', 'answer', 'delete'] as const).filter((act) => may[act]);
}

function timeOrNull(moment: number | null): string | null {
  return moment === null ? null : isoTime(moment);
}
