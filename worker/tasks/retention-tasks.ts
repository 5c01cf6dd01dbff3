import type { Container } from '#worker/container.ts';
import { after } from '#worker/promises/model/duration.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { CHUNK, carryOutRule } from '#worker/retention/carry-out-rule.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What one rule may take of a tick; the next tick goes on. */
const BUDGET_MS = 5_000;
/** And the index, which is looked through as a whole. */
const INDEX_BUDGET_MS = 15_000;

/** A task for each rule that the database is to keep: what is kept for months ends within a day, what is kept for less within an hour. `search-index` is kept by the sync of every minute, `index-words` by the task at the end. */
export function retentionTasks(container: Container): readonly Task[] {
  const { now, clock, retentionRules, retention, retentionRuns } = container;
  const rules = retentionRules.flatMap((rule) => {
    const rows = rule.keeper === 'task' ? retention[rule.id] : undefined;
    return rows === undefined ? [] : [{ rule, rows }];
  });
  const tasks = rules.map((carried): Task => {
    const run = async () => {
      const context = { now, clock, deadline: clock() + BUDGET_MS, chunk: CHUNK, runs: retentionRuns };
      const { done, deleted } = await carryOutRule(context, carried);
      return { done, words: `${deleted} deleted${done ? '' : ', more to come'}` };
    };
    return { name: `retention:${carried.rule.id}`, everyMs: carried.rule.keep.unit === 'month' ? DAY : HOUR, run };
  });
  return [...tasks, compaction(container)];
}

/** After the ads: what left the index leaves its file, too. Twice in its period, so that the rule holds whenever an ad leaves. */
function compaction({ clock, compactSearch, retentionRules }: Container): Task {
  const run = async () => {
    const done = await compactSearch(clock() + INDEX_BUDGET_MS);
    return { done, words: done ? 'compact' : 'more to come' };
  };
  return { name: 'compact-search', everyMs: after(0, ruleOf(retentionRules, 'index-words').keep) / 2, run };
}
