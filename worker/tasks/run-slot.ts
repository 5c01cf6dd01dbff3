import type { TaskRunsRepository } from '#db/repositories/task-runs.ts';

/** How a run went, in a few words without anybody's data. One that is not done goes on with the next tick of its slot. */
export interface Outcome {
  readonly done: boolean;
  readonly words: string;
}

export interface Task {
  readonly name: string;
  /** How often it is due. */
  readonly everyMs: number;
  run(): Promise<Outcome>;
}

export interface RunSlotContext {
  readonly now: number;
  readonly taskRuns: TaskRunsRepository;
  /** Told what a task threw, so that one task's failure keeps no other from running. */
  readonly onFailure: (error: unknown) => void;
}

/** Runs a task if its present slot is not done yet and nobody else runs it, and leaves the evidence. What failed is tried again. */
export async function runSlot({ now, taskRuns, onFailure }: RunSlotContext, task: Task): Promise<void> {
  const slot = { task: task.name, slot: Math.floor(now / task.everyMs) };
  if (!(await taskRuns.begin(slot, now))) return;
  const { done, words } = await task.run().catch((error: unknown) => {
    onFailure(error);
    return { done: false, words: 'failed' };
  });
  if (done) await taskRuns.finish(slot, { outcome: words, now });
  else await taskRuns.pause(slot, words);
}
