import { remindSignUps } from '#worker/accounts/remind-sign-ups.ts';
import type { Container } from '#worker/container.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const QUARTER_HOUR = 900_000;

/** What is due at the door without anybody knocking. */
export function doorTasks(container: Container): readonly Task[] {
  return [{ name: 'remind-sign-ups', everyMs: QUARTER_HOUR, run: () => remindSignUps(container) }];
}
