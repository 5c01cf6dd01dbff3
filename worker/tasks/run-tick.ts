import { configOf } from '#worker/config.ts';
import { type Container, createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { type Log, logFailure } from '#worker/http/log.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { runSlot, type Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The evidence of scheduled work is kept for 24 months. */
const RUNS_KEPT_MS = 730 * DAY;

/** The scheduled work: what is due in this minute, one task after the other. */
export async function runTick(env: Env, { clock, log }: { readonly clock: Clock; readonly log: Log }): Promise<void> {
  const container = createContainer(configOf(env), clock);
  const onFailure = (error: unknown) => logFailure(log, { reference: newId(), error });
  for (const task of tasksOf(container)) await runSlot({ now: container.now, taskRuns: container.taskRuns, onFailure }, task);
}

function tasksOf({ now, taskRuns, syncSearch, reconcileSearch }: Container): readonly Task[] {
  return [
    {
      name: 'sync-search',
      everyMs: MINUTE,
      run: async () =>
        (await syncSearch()).map(({ engine, done, trouble, busy }) => `${engine}: ${busy ? 'busy' : (trouble ?? done)}`).join(', '),
    },
    {
      name: 'reconcile-search',
      everyMs: HOUR,
      run: async () =>
        (await reconcileSearch())
          .map(({ engine, missing, ghosts, trouble }) => `${engine}: ${trouble ?? `${missing} missing, ${ghosts} ghosts`}`)
          .join(', '),
    },
    { name: 'forget-runs', everyMs: DAY, run: async () => `${await taskRuns.forget(now - RUNS_KEPT_MS)} forgotten` },
  ];
}
