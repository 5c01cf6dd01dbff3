import type { Statement } from '#db/repositories/run-batch.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Restriction } from '#worker/moderation/model/statement.ts';
import { adToDecide, fingerprintOf, type RestrictAdContext } from '#worker/moderation/restrict-ad.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

export interface ReverseAdContext extends RestrictAdContext {
  /** The mail to whoever wrote an ad that a restriction of it was taken back. */
  readonly tellReversed: (told: {
    readonly jobId: string;
    readonly title: string;
    readonly restriction: Restriction;
    readonly why: string;
  }) => Promise<readonly Statement[]>;
}

export interface Reversing {
  readonly staff: Member;
  readonly jobId: string;
  readonly reason: StaffReason;
  /** What the author is told. */
  readonly why: string;
}

/** Ends a freeze before its time: nothing was found. */
export async function unfreezeAd(context: ReverseAdContext, { staff, jobId, reason, why }: Reversing): Promise<void> {
  const ad = await adToDecide(context, { staff, jobId });
  const isDone = await context.audited({ staff, act: 'post-unfrozen', subject: { kind: 'post', id: jobId }, reason }, [
    ...context.withheldAds.unfreezeStatements({ ad, now: context.now, why, by: 'moderator' }),
    ...(await context.tellReversed({ jobId, title: ad.title, restriction: 'frozen', why })),
  ]);
  if (!isDone) throw new DomainError('conflict', 'moderation.not-frozen');
}

/** Restores an ad that was removed: it is where it was before, unless its author stopped it or its time is over. */
export async function restoreAd(context: ReverseAdContext, { staff, jobId, reason, why }: Reversing): Promise<void> {
  const ad = await adToDecide(context, { staff, jobId });
  const fingerprint = await fingerprintOf(context, ad);
  const isDone = await context.audited({ staff, act: 'post-restored', subject: { kind: 'post', id: jobId }, reason }, [
    ...context.withheldAds.restoreStatements({ ad, now: context.now, why, fingerprint }),
    ...(await context.tellReversed({ jobId, title: ad.title, restriction: 'removed', why })),
  ]);
  if (!isDone) throw new DomainError('conflict', 'moderation.not-removed');
}
