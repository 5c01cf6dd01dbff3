import type { Statement } from '#db/repositories/run-batch.ts';
import type { AdToDecide, WithheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { StatementMade } from '#worker/moderation/make-statement.ts';
import type { NoticeGround } from '#worker/moderation/model/notice-grounds.ts';
import { type Reasons, statementGround } from '#worker/moderation/model/restriction-input.ts';
import type { Restriction, StatementWanted } from '#worker/moderation/model/statement.ts';
import type { StaffAct, StaffReason, StaffSubject } from '#worker/staff/model/staff-acts.ts';

/** An act of somebody who works for the board, with its line in the log; false when a conditional statement broke off. */
export type RunAudited = (
  act: { readonly staff: Member; readonly act: StaffAct; readonly subject: StaffSubject; readonly reason: StaffReason },
  statements?: readonly Statement[],
) => Promise<boolean>;

export interface RestrictAdContext {
  readonly now: number;
  readonly withheldAds: WithheldAdsRepository;
  readonly audited: RunAudited;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly makeStatement: (wanted: StatementWanted) => Promise<StatementMade>;
  /** Whether somebody would decide on an ad of their own, or of an employer that they work for. */
  readonly isOwnAd: (accountId: string, jobId: string) => Promise<boolean>;
  /** Of an imported ad, so that its source does not bring it back. */
  readonly adFingerprint: (source: { readonly id: string; readonly key: string }) => Promise<string>;
}

/** An ad that somebody who works for the board decides on, and not on their own. */
export async function adToDecide(
  { withheldAds, isOwnAd }: Pick<RestrictAdContext, 'withheldAds' | 'isOwnAd'>,
  { staff, jobId }: { readonly staff: Member; readonly jobId: string },
): Promise<AdToDecide> {
  const ad = await withheldAds.find(jobId);
  if (ad === null) throw new DomainError('not_found', 'moderation.no-ad');
  await refuseOwnAd({ isOwnAd }, { staff, jobId });
  return ad;
}

/** Nobody decides on an ad of their own or of their employer, nor looks at who reported it: also once it is gone. */
export async function refuseOwnAd(
  { isOwnAd }: Pick<RestrictAdContext, 'isOwnAd'>,
  { staff, jobId }: { readonly staff: Member; readonly jobId: string },
): Promise<void> {
  if (await isOwnAd(staff.accountId, jobId)) throw new DomainError('forbidden', 'moderation.own-ad');
}

export interface Reasoned {
  readonly ad: AdToDecide;
  readonly restriction: Restriction;
  readonly reasons: Reasons;
  readonly by: string;
  readonly caseId: string | null;
  /** The report that led to it, with its ground. */
  readonly notice: { readonly id: string; readonly ground: NoticeGround | undefined } | null;
  readonly endsAt?: number;
}

/** The statement of reasons of a restriction of an ad. */
export function reasonsFor(context: Pick<RestrictAdContext, 'makeStatement'>, reasoned: Reasoned): Promise<StatementMade> {
  const { ad, restriction, reasons, by, caseId, notice, endsAt } = reasoned;
  const found = notice?.ground;
  return context.makeStatement({
    restriction,
    about: { jobId: ad.id },
    title: ad.title,
    revisionId: ad.revisionId,
    caseId,
    noticeId: notice?.id ?? null,
    ground: statementGround(reasons),
    explanation: reasons.explanation,
    ...(found === undefined ? {} : { category: found.category, keywords: found.keywords }),
    contentLanguage: ad.language,
    contentAt: ad.updatedAt,
    ...(endsAt === undefined ? {} : { endsAt }),
    automatedDetection: false,
    decidedBy: by,
  });
}

export async function fingerprintOf({ adFingerprint }: RestrictAdContext, { source }: AdToDecide): Promise<string | null> {
  return source === null ? null : adFingerprint(source);
}
