import { configOf } from '#worker/config.ts';
import { type Container, createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { type Log, logFailure } from '#worker/http/log.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { decisionTasks } from '#worker/tasks/decision-tasks.ts';
import { doorTasks } from '#worker/tasks/door-tasks.ts';
import { employerTasks } from '#worker/tasks/employer-tasks.ts';
import { factorTasks } from '#worker/tasks/factor-tasks.ts';
import { mailTasks } from '#worker/tasks/mail-tasks.ts';
import { postTasks } from '#worker/tasks/post-tasks.ts';
import { privacyTasks } from '#worker/tasks/privacy-tasks.ts';
import { relayTasks } from '#worker/tasks/relay-tasks.ts';
import { retentionTasks } from '#worker/tasks/retention-tasks.ts';
import { runSlot, type Task } from '#worker/tasks/run-slot.ts';
import { staffTasks } from '#worker/tasks/staff-tasks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The scheduled work: what is due in this minute, one task after the other. */
export async function runTick(env: Env, { clock, log }: { readonly clock: Clock; readonly log: Log }): Promise<void> {
  const container = createContainer(configOf(env), clock);
  const onFailure = (error: unknown) => logFailure(log, { reference: newId(), error });
  const tasks = [
    ...searchTasks(container),
    ...decisionTasks(container),
    ...doorTasks(container),
    ...factorTasks(container),
    ...relayTasks(container),
    ...postTasks(container),
    ...mailTasks(container),
    ...privacyTasks(container),
    ...staffTasks(container),
    ...employerTasks(container),
    ...retentionTasks(container),
  ];
  for (const task of tasks) await runSlot({ now: container.now, taskRuns: container.taskRuns, onFailure }, task);
}

function searchTasks({ syncSearch, reconcileSearch }: Container): readonly Task[] {
  const sync = async () => {
    const outcomes = await syncSearch();
    return outcomes.map(({ engine, done, trouble, busy }) => `${engine}: ${busy ? 'busy' : (trouble ?? done)}`).join(', ');
  };
  const reconcile = async () => {
    const repairs = await reconcileSearch();
    return repairs
      .map(({ engine, missing, ghosts, trouble }) => `${engine}: ${trouble ?? `${missing} missing, ${ghosts} ghosts`}`)
      .join(', ');
  };
  return [
    { name: 'sync-search', everyMs: MINUTE, run: async () => ({ done: true, words: await sync() }) },
    { name: 'reconcile-search', everyMs: HOUR, run: async () => ({ done: true, words: await reconcile() }) },
  ];
}
