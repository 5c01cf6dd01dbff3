import type { AuthorHistoryRepository, EarlierDecision } from '#db/repositories/author-history.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import { ruleText } from '#worker/moderation/model/rule-text.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';

const MOST_DECISIONS = 5;

type HistoryView = NonNullable<CaseView['history']>;

export interface SeeAuthorContext {
  readonly language: string;
  readonly authorHistory: AuthorHistoryRepository;
}

/** What the board knows of whoever wrote a post, and no name: numbers, and the last decisions against them with their rules. */
export async function seeAuthorHistory({ authorHistory, language }: SeeAuthorContext, postId: string): Promise<HistoryView | null> {
  const [history, decisions] = await Promise.all([authorHistory.ofPost(postId), authorHistory.decisionsOf(postId, MOST_DECISIONS)]);
  if (history === null) return null;
  const { since, ...numbers } = history;
  return { since: isoTime(since), ...numbers, decisions: decisions.map((decision) => decisionView(decision, language)) };
}

function decisionView(decision: EarlierDecision, language: string): HistoryView['decisions'][number] {
  const { title, rules, legalGround, appliedAt, reversedAt, caseId, hasAd, jobId } = decision;
  return {
    restriction: restrictionTold(decision),
    title,
    why: legalGround === null ? rules.map((id) => ruleText(id, language)) : [legalGround],
    appliedAt: isoTime(appliedAt),
    reversedAt: reversedAt === null ? null : isoTime(reversedAt),
    caseId,
    jobId: hasAd ? jobId : null,
  };
}
