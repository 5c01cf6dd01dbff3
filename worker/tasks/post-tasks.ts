import type { Container } from '#worker/container.ts';
import { endPosts } from '#worker/posts/end-posts.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

/** The view ends a post by itself; the state, the log and the mails follow within the quarter of an hour. */
const EVERY = 15 * 60_000;
/** Each is a batch of its own. */
const CHUNK = 50;

/** The work on posts that nobody asks for at that moment: warnings of an end that is near, and the end. */
export function postTasks(container: Container): readonly Task[] {
  const run = async () => {
    const { warned, expired, lapsed, done } = await endPosts(container, CHUNK);
    return { done, words: `${warned} warned, ${expired} expired, ${lapsed} given back unanswered` };
  };
  return [{ name: 'end-posts', everyMs: EVERY, run }];
}
