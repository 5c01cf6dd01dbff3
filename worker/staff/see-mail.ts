import type { MailStatus } from '#db/repositories/mail-status.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { MailView } from '#worker/staff/model/board-view.ts';

export interface SeeMailContext {
  readonly now: number;
  readonly mailStatus: (now: number) => Promise<MailStatus>;
}

/** How the outbox stands: kinds, times, masked addresses and errors, never words or links. */
export async function seeMail({ now, mailStatus }: SeeMailContext): Promise<MailView> {
  const { counts, waitingSince, inTrouble, suppressed } = await mailStatus(now);
  return {
    counts: counts.map(({ kind, state, count }) => ({ kind, state, count })),
    waitingSince: waitingSince === null ? null : isoTime(waitingSince),
    inTrouble: inTrouble.map(({ id, kind, state, masked, createdAt, tries, trouble }) => ({
      id,
      kind,
      state,
      masked,
      createdAt: isoTime(createdAt),
      tries,
      trouble,
    })),
    suppressed,
  };
}
