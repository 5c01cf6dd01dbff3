import type { OwnPost, PostsRepository } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { JobEmployer, PublicJob } from '#worker/jobs/model/job-posting.ts';
import type { JobDetail } from '#worker/jobs/model/job-view.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';
import { presentDetail } from '#worker/jobs/model/present-detail.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { type JudgePostContext, judgePost } from '#worker/posts/judge-post.ts';
import type { Author } from '#worker/posts/model/author.ts';
import type { CheckView, PreviewView, SentView } from '#worker/posts/model/check-view.ts';
import { hintsOf } from '#worker/posts/model/hints/hints-of.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import type { PostRead } from '#worker/posts/model/post-input.ts';
import { type PublicAd, publicAd } from '#worker/posts/model/public-ad.ts';
import { takenContacts } from '#worker/posts/model/taken-contacts.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { type ReadWrittenContext, readWritten } from '#worker/posts/read-written.ts';
import { sayFields } from '#worker/refusals/model/refusal-words.ts';

export interface PreviewPostContext extends JudgePostContext, ReadWrittenContext {
  readonly board: Board;
  readonly publicUrl: string;
  readonly posts: Pick<PostsRepository, 'find'>;
}

/** What is missing in a draft, and what a moderator would be told of it: the author may mend it before. */
export async function checkPost(context: PreviewPostContext, asked: PostAsked): Promise<CheckView> {
  const found = await ownPost(context, asked);
  return checked(context, { found, read: await readWritten(context, found) });
}

/** The ad exactly as the public would be shown it, as far as it is written, and what was taken out of its texts. */
export async function previewPost(context: PreviewPostContext, asked: PostAsked): Promise<PreviewView> {
  const found = await ownPost(context, asked);
  const read = await readWritten(context, found);
  const check = await checked(context, { found, read });
  const content = read.is === 'incomplete' ? read.soFar : read.content;
  const publishOn = content.publishOn === null ? null : isoTime(content.publishOn);
  return { job: asJob(context, { found, content }), taken: takenContacts(content), publishOn, ...check };
}

/** What was sent and waits for a moderator, whatever its author has written since. */
export async function seeSent(context: PreviewPostContext, asked: PostAsked): Promise<SentView> {
  const found = await ownPost(context, asked);
  const { post, revision } = found;
  if (revision === null || revision.id !== post.waitingRevisionId) throw new DomainError('not_found', 'posts.nothing-waits');
  return { job: asJob(context, { found, content: revision.content }) };
}

interface Read {
  readonly found: OwnPost & { readonly author: Author };
  readonly read: PostRead;
}

/** Of an incomplete draft, what its words alone give reason to say. */
async function checked(context: PreviewPostContext, { found, read }: Read): Promise<CheckView> {
  if (read.is === 'incomplete') return { fields: sayFields(read.problems), hints: hintsWhileWriting(found, context), repeats: null };
  const { flags, repeats } = await judgePost(context, { found, content: read.content });
  return { fields: [], hints: flags.filter(({ flag }) => flag !== 'first-post'), repeats };
}

const OTHER_TEXTS = ['skills', 'payReason', 'areaServed', 'availability'] as const;

function hintsWhileWriting(found: OwnPost, { now, board }: PreviewPostContext): readonly FlagRaised[] {
  const fields = writtenFields(found, { now, timeZone: board.timeZone });
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const others = Object.fromEntries(OTHER_TEXTS.map((name) => [name, text(name)]));
  return hintsOf({ kind: found.post.kind, title: text('title'), description: text('description'), language: text('language'), others });
}

interface Shown {
  readonly found: OwnPost;
  readonly content: PostContent;
}

function asJob(context: PreviewPostContext, { found, content }: Shown): JobDetail {
  const ad = publicAd(content);
  const { board, publicUrl } = context;
  const shows = [...new Set(ad.contacts.filter(({ forApplying }) => !forApplying).map(({ kind }) => kind))];
  const contact = { shows, takesMessages: ad.contacts.some(({ kind }) => kind === 'mail') };
  return presentDetail(publicJob(context, { found, content, ad }), { board, publicUrl, similar: [], fromEmployer: [], contact });
}

function publicJob({ now }: PreviewPostContext, { found, content, ad }: Shown & { readonly ad: PublicAd }): PublicJob {
  const { kind, title, slug, description, language, category, employmentTypes, skills, places, referenceId, validThrough, details } = ad;
  const begins = content.publishOn ?? now;
  return {
    id: found.post.id,
    slug,
    kind,
    title,
    description,
    language,
    category,
    employmentTypes,
    skills,
    places,
    referenceId,
    validThrough,
    details,
    employer: employerOf(found, ad),
    remote: content.remote,
    salary: content.salary,
    apply: ad.applyUrl === null ? { by: ad.applyBy === 'mail' ? 'mail' : 'reference' } : { by: 'url', url: ad.applyUrl },
    postedAt: found.post.postedAt ?? begins,
    publicUntil: Math.min(validThrough ?? Number.POSITIVE_INFINITY, begins + LIFETIME_MS),
    updatedAt: now,
    source: null,
  };
}

function employerOf({ post, employer }: OwnPost, { offeredBy }: PublicAd): JobEmployer {
  if (employer === null)
    return { id: post.id, name: offeredBy?.name ?? '', slug: null, website: offeredBy?.website ?? null, logoId: null, verified: null };
  const { id, name, slug, website, logoId, verifiedDomain: domain, verifiedAt: since } = employer;
  return { id, name, slug, website, logoId, verified: domain === null || since === null ? null : { domain, since } };
}
