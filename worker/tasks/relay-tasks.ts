import type { Container } from '#worker/container.ts';
import { checkImportedLinks } from '#worker/relay/check-imported-links.ts';
import { checkLinks } from '#worker/relay/check-links.ts';
import { handOnMessages } from '#worker/relay/hand-on-messages.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;
const LINKS_EVERY = 5 * MINUTE;

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
  const checkImported = async () => {
    const { looked, troubled } = await checkImportedLinks(container, Math.floor(container.now / LINKS_EVERY));
    return { done: true, words: `${looked} looked at, ${troubled} in trouble` };
  };
  return [
    { name: 'relay', everyMs: MINUTE, run },
    { name: 'check-links', everyMs: LINKS_EVERY, run: check },
    { name: 'check-imported-links', everyMs: LINKS_EVERY, run: checkImported },
  ];
}
