import type { Container } from '#worker/container.ts';
import { handOnMessages } from '#worker/relay/hand-on-messages.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;

/** What is due of messages to the contacts of ads. */
export function relayTasks(container: Container): readonly Task[] {
  const run = async () => {
    const { written, deleted } = await handOnMessages(container);
    return { done: true, words: `${written} handed on, ${deleted} deleted` };
  };
  return [{ name: 'relay', everyMs: MINUTE, run }];
}
