import type { Container } from '#worker/container.ts';
import { checkLinks } from '#worker/relay/check-links.ts';
import { handOnMessages } from '#worker/relay/hand-on-messages.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;

/** What is due of messages to the contacts of ads, and of their outside links. */
export function relayTasks(container: Container): readonly Task[] {
  const run = async () => {
    const { written, deleted } = await handOnMessages(container);
    return { done: true, words: `${written} handed on, ${deleted} deleted` };
  };
  const check = async () => {
    const { looked, troubled } = await checkLinks(container);
    return { done: true, words: `${looked} looked at, ${troubled} in trouble` };
  };
  return [
    { name: 'relay', everyMs: MINUTE, run },
    { name: 'check-links', everyMs: 5 * MINUTE, run: check },
  ];
}
