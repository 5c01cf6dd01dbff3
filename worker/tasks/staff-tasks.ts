import type { Container } from '#worker/container.ts';
import { before } from '#worker/promises/model/duration.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { keepAuditHead } from '#worker/staff/keep-audit-head.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const DAY = 86_400_000;

/** What is due of the log of what staff do. */
export function staffTasks(container: Container): readonly Task[] {
  const keptSince = before(container.now, ruleOf(container.retentionRules, 'audit-log').keep);
  const run = async () => ({ done: true, words: `${await keepAuditHead({ ...container, keptSince })} lines` });
  return [{ name: 'audit-head', everyMs: DAY, run }];
}
