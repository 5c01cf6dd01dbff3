import type { CaseRow } from '#db/repositories/cases.ts';
import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployerChangesRepository } from '#db/repositories/employer-changes.ts';
import type { ModerationQueueRepository } from '#db/repositories/moderation-queue.ts';
import type { PostLogRepository, StoredPostLine } from '#db/repositories/post-log.ts';
import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { StoredAd, StoredAdsRepository } from '#db/repositories/stored-ads.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import { adWords } from '#worker/moderation/model/ad-words.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import { type ComparedField, changedWords, compareWords } from '#worker/moderation/model/compare-words.ts';
import { claimWords, employerWords } from '#worker/moderation/model/employer-words.ts';
import { flagKey } from '#worker/moderation/model/flag-answers.ts';
import { MUST_BE_ANSWERED } from '#worker/moderation/model/flags.ts';
import { postWords, type ReadWords } from '#worker/moderation/model/post-words.ts';
import type { CaseAsked } from '#worker/moderation/open-case.ts';
import { type SeeAuthorContext, seeAuthorHistory } from '#worker/moderation/see-author-history.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { POST_LOG_KINDS } from '#worker/posts/model/post-log-kinds.ts';

const MOST_LINES = 20;

export interface SeeCaseContext extends SeeAuthorContext {
  readonly moderationQueue: Pick<ModerationQueueRepository, 'find'>;
  readonly postRevisions: Pick<PostRevisionsRepository, 'find' | 'beside'>;
  readonly storedAds: Pick<StoredAdsRepository, 'find'>;
  readonly employerChanges: Pick<EmployerChangesRepository, 'find'>;
  readonly domainProofs: Pick<DomainProofsRepository, 'find'>;
  readonly postLog: PostLogRepository;
}

/** One case with everything that a decision needs: the words as the public would read them, what changed, what was found, who wrote before. */
export async function seeCase(context: SeeCaseContext, { staff, caseId }: CaseAsked): Promise<CaseView> {
  const found = await context.moderationQueue.find(caseId, staff.accountId);
  if (found === null) throw new DomainError('not_found', 'moderation.no-case');
  const { row, isOwn } = found;
  const ad = row.jobId === null ? null : await context.storedAds.find(row.jobId);
  const [read, history, log] = await Promise.all([
    readWords(context, { row, ad }),
    row.jobId === null ? null : seeAuthorHistory(context, row.jobId),
    row.jobId === null ? [] : context.postLog.of(row.jobId, MOST_LINES),
  ]);
  return {
    ...headOf(row),
    question: row.question === null ? null : { text: row.question, waits: row.askedAt !== null, answer: answerIn(row, log) },
    isOwn,
    ...read,
    hasAd: ad !== null && ad.withheld?.why !== 'waiting',
    flags: row.flags.map((flag, index) => ({
      key: flagKey(flag, index),
      ...flag,
      mustBeAnswered: MUST_BE_ANSWERED.has(flag.flag),
      answer: flag.answer ?? null,
    })),
    history,
    log: log.flatMap(lineViews),
  };
}

function headOf({ id, kind, state, outcome, title, jobId, openedAt, decidedAt }: CaseRow) {
  return {
    id,
    kind,
    state,
    outcome,
    title,
    jobId,
    openedAt: new Date(openedAt).toISOString(),
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
  };
}

interface Read extends Pick<CaseView, 'isEdit' | 'employer' | 'source' | 'words' | 'descriptionHtml' | 'language'> {
  readonly fields: readonly ComparedField[];
  readonly edited: readonly ComparedField[];
}

const NOTHING: Read = {
  isEdit: false,
  employer: null,
  source: null,
  words: null,
  descriptionHtml: null,
  language: null,
  fields: [],
  edited: [],
};

/** What the case is about, in words. Empty where that is gone, as after its author deleted it. */
async function readWords(context: SeeCaseContext, { row, ad }: { readonly row: CaseRow; readonly ad: StoredAd | null }): Promise<Read> {
  if (row.revisionId !== null) return readRevision(context, row.revisionId);
  if (row.kind === 'employer' && row.subjectId !== null) return readChange(context, row.subjectId);
  if (row.kind === 'claim' && row.subjectId !== null) return readClaim(context, row.subjectId);
  if (ad === null) return NOTHING;
  const employer = { name: ad.employer, verifiedDomain: ad.verifiedDomain };
  return { ...NOTHING, employer, source: ad.source, ...shown(adWords(ad)), language: ad.job.language };
}

async function readRevision({ postRevisions }: SeeCaseContext, revisionId: string): Promise<Read> {
  const found = await postRevisions.find(revisionId);
  if (found === null) return NOTHING;
  const { revision, employer } = found;
  const beside = await postRevisions.beside(revision);
  const isWaiting = revision.state === 'waiting';
  // Where it waits again because its author objected, the moderator’s words are the public ones.
  const before = (isWaiting ? beside.edited : null) ?? beside.before;
  const edited = isWaiting ? null : beside.edited;
  const wordsOf = (content: PostContent) => postWords(content, employer?.name ?? null);
  const words = wordsOf(revision.content);
  const { title, description, language } = revision.content;
  return {
    isEdit: before !== null,
    employer: employer === null ? null : { name: employer.name, verifiedDomain: employer.verifiedDomain },
    source: null,
    words: isWaiting ? { title, description } : null,
    ...shown(words, before === null ? null : wordsOf(before)),
    edited: edited === null ? [] : changedWords(words, wordsOf(edited)),
    language,
  };
}

async function readChange({ employerChanges }: SeeCaseContext, id: string): Promise<Read> {
  const change = await employerChanges.find(id);
  if (change === null) return NOTHING;
  const employer = { name: change.now.name, verifiedDomain: null };
  return { ...NOTHING, isEdit: true, employer, ...shown(employerWords(change.wanted), employerWords(change.now)) };
}

async function readClaim({ domainProofs }: SeeCaseContext, id: string): Promise<Read> {
  const claim = await domainProofs.find(id);
  if (claim === null) return NOTHING;
  const { name, verifiedDomain } = claim.employer;
  return { ...NOTHING, employer: { name, verifiedDomain }, ...shown(claimWords(claim)) };
}

/** What it says beside what was approved of it, and its text as readers see it. */
function shown(after: ReadWords, before: ReadWords | null = null): Pick<Read, 'fields' | 'descriptionHtml'> {
  const descriptionHtml = after.description === '' ? null : markdownToHtml(after.description);
  return { fields: compareWords(before, after), descriptionHtml };
}

/** The author’s answer to what was asked last. */
function answerIn({ askedAt }: CaseRow, log: readonly StoredPostLine[]): string | null {
  return askedAt === null ? (log.find(({ what }) => what === 'answered')?.why ?? null) : null;
}

function lineViews({ at, by, what, why }: StoredPostLine) {
  const kind = POST_LOG_KINDS.find((known) => known === what);
  return kind === undefined ? [] : [{ at: new Date(at).toISOString(), by, what: kind, why }];
}
