import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import type { AdToDecide, WithheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { jobPath } from '#worker/jobs/model/addresses.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import type { StaffAd } from '#worker/moderation/model/staff-views.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';

export interface SeeAdContext {
  readonly now: number;
  readonly withheldAds: Pick<WithheldAdsRepository, 'find'>;
  readonly statements: Pick<StatementsRepository, 'ofJob'>;
  readonly isOwnAd: (accountId: string, jobId: string) => Promise<boolean>;
}

export interface Looking {
  readonly staff: Member;
  readonly id: string;
}

/** An ad for whoever decides on it. */
export async function seeAd(context: SeeAdContext, { staff, id }: Looking): Promise<StaffAd> {
  const ad = await adFor(context, { staff, id });
  if (ad === null) throw new DomainError('not_found', 'moderation.no-ad');
  return ad;
}

/** The same; null once it is gone. */
export async function adFor(context: SeeAdContext, { staff, id }: Looking): Promise<StaffAd | null> {
  const ad = await context.withheldAds.find(id);
  if (ad === null) return null;
  const [isOwn, decisions] = await Promise.all([context.isOwnAd(staff.accountId, id), context.statements.ofJob(id)]);
  const state = stateOf(ad, context.now);
  return {
    id,
    kind: ad.kind,
    title: ad.title,
    descriptionHtml: markdownToHtml(ad.description),
    language: ad.language,
    employer: { name: ad.employer.name },
    source: ad.source?.name ?? null,
    path: state === 'public' ? jobPath(ad) : null,
    state,
    endsAt: ad.withheld?.endsAt == null ? null : isoTime(ad.withheld.endsAt),
    wasFrozen: state === 'public' && ad.wasFrozen,
    isOwn,
    decisions: decisions.map(earlierDecision),
  };
}

function stateOf({ withheld, status, employer, publicUntil }: AdToDecide, now: number): StaffAd['state'] {
  if (withheld !== null) return withheld.why;
  return status === 'published' && employer.isActive && publicUntil > now ? 'public' : 'over';
}

/** A decision as it stands in the history of an ad. */
export function earlierDecision(row: StoredStatement): StaffAd['decisions'][number] {
  const { id, appliedAt, reversedAt, explanation } = row;
  return {
    id,
    restriction: restrictionTold(row),
    appliedAt: isoTime(appliedAt),
    reversedAt: reversedAt === null ? null : isoTime(reversedAt),
    explanation,
  };
}
