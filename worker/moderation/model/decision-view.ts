import { z } from 'zod';
import { comparedField } from '#worker/moderation/model/compared-field.ts';
import { RESTRICTIONS_TOLD } from '#worker/moderation/model/statement.ts';

/** ISO 8601. */
const moment = z.string();

/** A line in the list of decisions. */
export const decisionLine = z.object({
  id: z.string(),
  title: z.string(),
  restriction: z.enum(RESTRICTIONS_TOLD),
  appliedAt: moment,
  reversedAt: moment.nullable(),
  appeal: z.enum(['none', 'waits', 'reversed', 'upheld']),
});
export type DecisionLine = z.output<typeof decisionLine>;

/** A decision with its reasons, for whom it restricts: never who reported, and who decided only as what they are. */
export const decisionView = decisionLine.extend({
  jobId: z.string().nullable(),
  rules: z.array(z.object({ id: z.string(), text: z.string() })).readonly(),
  law: z.string().nullable(),
  explanation: z.string(),
  facts: z.string(),
  /** Where a moderator changed words: what stood there beside what stands there; empty once the ad is gone. */
  changes: z.array(comparedField).readonly(),
  noticed: z.boolean(),
  checked: z.boolean(),
  endsAt: moment.nullable(),
  objectionUntil: moment,
  /** Whether an objection is taken now. */
  mayObject: z.boolean(),
  /** Nobody else works here who could hear an objection: whoever decided decides again. */
  isAlone: z.boolean(),
  /** The answer to an objection. */
  answer: z.string().nullable(),
});
export type DecisionView = z.output<typeof decisionView>;

export const decisionsView = z.object({
  /** Id of the decision that an open link is about; null without one. */
  linked: z.string().nullable(),
  decisions: z.array(decisionLine).readonly(),
});
export type DecisionsView = z.output<typeof decisionsView>;
