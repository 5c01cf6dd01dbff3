import { liftLostFactors } from '#worker/accounts/lift-lost-factors.ts';
import type { Container } from '#worker/container.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;

/** What is due of second factors that were said to be lost. */
export function factorTasks(container: Container): readonly Task[] {
  const run = async () => {
    const { announced, stopped, lifted, more } = await liftLostFactors(container);
    return { done: !more, words: `${announced} announced, ${stopped} stopped, ${lifted} lifted` };
  };
  return [{ name: 'lost-factors', everyMs: MINUTE, run }];
}
