import type { BoardStatusRepository, RetentionEvidence, TaskStatus } from '#db/repositories/board-status.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { TasksView } from '#worker/staff/model/board-view.ts';

export interface SeeTasksContext {
  readonly now: number;
  readonly boardStatus: Pick<BoardStatusRepository, 'tasks' | 'retention'>;
}

const DAY_MS = 86_400_000;
/** No run takes as long. */
const BROKEN_OFF_AFTER_MS = 10 * 60_000;
/** The rarest comes once a day, and the tick that it waits for is a minute away. */
const LATE_AFTER_MS = 2 * DAY_MS;
/** Of which the deletions are added up. */
const EVIDENCE_DAYS = 30;

/** Scheduled work with its evidence: each task's newest run, what is not done before all. */
export async function seeTasks({ now, boardStatus }: SeeTasksContext): Promise<TasksView> {
  const [tasks, retention] = await Promise.all([boardStatus.tasks(), boardStatus.retention(now - EVIDENCE_DAYS * DAY_MS)]);
  const seen = tasks.map((status) => ({
    name: status.task,
    state: stateOf(status, now),
    startedAt: isoTime(status.startedAt),
    doneAt: status.doneAt === null ? null : isoTime(status.doneAt),
    outcome: status.outcome,
  }));
  return {
    tasks: seen.toSorted((one, other) => Number(one.state === 'done') - Number(other.state === 'done')),
    retention: retention.map(evidenceOf),
  };
}

function evidenceOf({ rule, finishedAt, found, deleted, deletedSince, oldestLeft }: RetentionEvidence): TasksView['retention'][number] {
  const moment = (at: number | null) => (at === null ? null : isoTime(at));
  return { rule, finishedAt: moment(finishedAt), found, deleted, deletedSince, oldestLeft: moment(oldestLeft) };
}

function stateOf({ startedAt, finishedAt, outcome, doneAt }: TaskStatus, now: number): TasksView['tasks'][number]['state'] {
  if ((doneAt ?? startedAt) < now - LATE_AFTER_MS) return 'late';
  if (finishedAt !== null) return 'done';
  return outcome === null && startedAt > now - BROKEN_OFF_AFTER_MS ? 'running' : 'unfinished';
}
