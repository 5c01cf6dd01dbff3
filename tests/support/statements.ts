import type { statements } from '#db/schema/moderation-tables.ts';
import { NOON } from '#tests/support/jobs.ts';
import { newId } from '#worker/kernel/random.ts';

/** The row of a decision that restricts; everything that is not said is as dull as may be. */
export function aStatement(said: Partial<typeof statements.$inferInsert> = {}): typeof statements.$inferInsert {
  const ground = { decisionGround: 'DECISION_GROUND_INCOMPATIBLE_CONTENT', rules: [], explanation: '', facts: '', category: '' } as const;
  const made = { keywords: [], source: 'SOURCE_VOLUNTARY', automatedDetection: false, decidedBy: 'somebody' } as const;
  return { id: newId(), restriction: 'removed', ...ground, ...made, appliedAt: NOON, objectionUntil: NOON, ...said };
}
