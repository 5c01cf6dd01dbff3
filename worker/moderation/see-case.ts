import type { CaseRow } from '#db/repositories/cases.ts';
import type { ModerationQueueRepository } from '#db/repositories/moderation-queue.ts';
import type { PostLogRepository, StoredPostLine } from '#db/repositories/post-log.ts';
import type { StoredAdsRepository } from '#db/repositories/stored-ads.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import { flagKey } from '#worker/moderation/model/flag-answers.ts';
import { MUST_BE_ANSWERED } from '#worker/moderation/model/flags.ts';
import type { CaseAsked } from '#worker/moderation/open-case.ts';
import { type ReadCaseContext, readCaseWords } from '#worker/moderation/read-case-words.ts';
import { type SeeAuthorContext, seeAuthorHistory } from '#worker/moderation/see-author-history.ts';
import { POST_LOG_KINDS } from '#worker/posts/model/post-log-kinds.ts';

const MOST_LINES = 20;

export interface SeeCaseContext extends SeeAuthorContext, ReadCaseContext {
  readonly moderationQueue: Pick<ModerationQueueRepository, 'find'>;
  readonly storedAds: Pick<StoredAdsRepository, 'find'>;
  readonly postLog: PostLogRepository;
}

/** One case with everything that a decision needs: the words as the public would read them, what changed, what was found, who wrote before. */
export async function seeCase(context: SeeCaseContext, { staff, caseId }: CaseAsked): Promise<CaseView> {
  const found = await context.moderationQueue.find({ caseId, accountId: staff.accountId });
  if (found === null) throw new DomainError('not_found', 'moderation.no-case');
  const { row, isOwn } = found;
  const ad = row.jobId === null ? null : await context.storedAds.find(row.jobId);
  const [read, history, log] = await Promise.all([
    readCaseWords(context, { row, ad }),
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

/** The author’s answer to what was asked last. */
function answerIn({ askedAt }: CaseRow, log: readonly StoredPostLine[]): string | null {
  return askedAt === null ? (log.find(({ what }) => what === 'answered')?.why ?? null) : null;
}

function lineViews({ at, by, what, why }: StoredPostLine) {
  const kind = POST_LOG_KINDS.find((known) => known === what);
  return kind === undefined ? [] : [{ at: new Date(at).toISOString(), by, what: kind, why }];
}
