import type { TaskRunsRepository } from '#db/repositories/task-runs.ts';

export interface Task {
  readonly name: string;
  /** How often it is due. */
  readonly everyMs: number;
  /** Answers how it went, in a few words without anybody's data. */
  run(): Promise<string>;
}

export interface RunSlotContext {
  readonly now: number;
  readonly taskRuns: TaskRunsRepository;
  /** Told what a task threw, so that one task's failure keeps no other from running. */
  readonly onFailure: (error: unknown) => void;
}

/** Runs a task if its present slot has not run yet, wherever else a tick may have begun, and leaves the evidence. */
export async function runSlot({ now, taskRuns, onFailure }: RunSlotContext, task: Task): Promise<void> {
  const slot = { task: task.name, slot: Math.floor(now / task.everyMs) };
  if (!(await taskRuns.begin(slot, now))) return;
  const outcome = await task.run().catch((error: unknown) => {
    onFailure(error);
    return 'failed';
  });
  await taskRuns.finish(slot, { outcome, now });
}
