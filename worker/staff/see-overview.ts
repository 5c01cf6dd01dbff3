import type { AuditLogRepository } from '#db/repositories/audit-log.ts';
import type { BoardStatusRepository } from '#db/repositories/board-status.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { OverviewView } from '#worker/staff/model/board-view.ts';
import { type SeeEnginesContext, seeEngines } from '#worker/staff/see-engines.ts';
import { type SeeMailContext, seeMail } from '#worker/staff/see-mail.ts';
import { seeTasks } from '#worker/staff/see-tasks.ts';

export interface SeeOverviewContext extends SeeEnginesContext, SeeMailContext {
  readonly boardStatus: BoardStatusRepository;
  readonly auditLog: Pick<AuditLogRepository, 'head'>;
}

/** What waits, and what does not go as it should. */
export async function seeOverview(context: SeeOverviewContext): Promise<OverviewView> {
  const { now, boardStatus, auditLog } = context;
  const [cases, counts, { engines }, mail, { tasks }, head] = await Promise.all([
    boardStatus.waitingCases(),
    boardStatus.counts(now),
    seeEngines(context),
    seeMail(context),
    seeTasks(context),
    auditLog.head(),
  ]);
  const { openAds, accounts, staff, suspendedEmployers, frozen } = counts;
  const inState = (wanted: string) => tasks.filter(({ state }) => state === wanted).map(({ name }) => name);
  return {
    waiting: cases.map(({ kind, count, since }) => ({ kind, count, since: isoTime(since) })),
    counts: { openAds, accounts, staff, suspendedEmployers, frozen },
    mail: { waitingSince: mail.waitingSince, inTrouble: mail.inTrouble.length },
    tasks: { late: inState('late'), unfinished: inState('unfinished') },
    engines,
    auditLines: head.seq,
  };
}
