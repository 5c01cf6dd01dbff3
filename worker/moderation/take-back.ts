import type { ReversalsRepository } from '#db/repositories/reversals.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StoredStatement } from '#db/repositories/statements.ts';
import type { AdToDecide, WithheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';

export interface TakeBackContext {
  readonly now: number;
  readonly withheldAds: WithheldAdsRepository;
  readonly reversals: ReversalsRepository;
  readonly adFingerprint: (source: { readonly id: string; readonly key: string }) => Promise<string>;
}

export interface TakenBack {
  readonly statement: StoredStatement;
  /** What the author is told. */
  readonly why: string;
}

/**
 * Undoes what a decision had taken away, for the batch of whatever reverses it: an ad is where it was before, what was rejected or changed stands in
 * the queue again as its author had written it, an employer or an account is active. What has gone meanwhile by its own rule does not come back.
 */
export async function takeBack(context: TakeBackContext, { statement, why }: TakenBack): Promise<readonly Statement[]> {
  // The board was quicker: a freeze ended, an employer came back. What stands now has reasons of its own.
  if (statement.reversedAt !== null) return [];
  const { now, reversals } = context;
  const marked = reversals.markStatements({ id: statement.id, now });
  if (restrictionTold(statement) === 'account-suspended')
    return [...marked, ...reversals.accountStatements({ accountId: statement.accountId, now })];
  if (statement.restriction === 'suspended') return [...marked, ...reversals.employerStatements({ seq: statement.employerSeq, now })];
  if (statement.restriction === 'rejected' || statement.restriction === 'edited') {
    return [...marked, ...reversals.reopenStatements({ statement, now })];
  }
  const ad = statement.jobId === null ? null : await context.withheldAds.find(statement.jobId);
  return [...(ad === null ? [] : await restored(context, { ad, statement, why })), ...marked];
}

interface Restored extends TakenBack {
  readonly ad: AdToDecide;
}

/** A freeze that became a removal is no longer what keeps the ad from the public: the removal has reasons, and an objection, of its own. */
async function restored(
  { now, withheldAds, adFingerprint }: TakeBackContext,
  { ad, statement, why }: Restored,
): Promise<readonly Statement[]> {
  if (ad.withheld?.why !== statement.restriction) return [];
  if (ad.withheld.why === 'frozen') return withheldAds.unfreezeStatements({ ad, now, why, by: 'moderator' });
  const fingerprint = ad.source === null ? null : await adFingerprint(ad.source);
  return withheldAds.restoreStatements({ ad, now, why, fingerprint });
}
