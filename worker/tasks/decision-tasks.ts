import type { Container } from '#worker/container.ts';
import { liftFreezes } from '#worker/moderation/lift-freezes.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;

/** What ends by itself of decisions on ads. */
export function decisionTasks(container: Container): readonly Task[] {
  const run = async () => {
    const { lifted, more } = await liftFreezes(container);
    return { done: !more, words: `${lifted} lifted` };
  };
  return [{ name: 'lift-freezes', everyMs: MINUTE, run }];
}
