import { setImmediate as othersTurn } from 'node:timers/promises';
import { endsBatch, StatementFailure } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';
import type { BatchCondition, BatchStep } from '#db/local/protocol.ts';
import type { StatementText } from '#db/local/statement-text.ts';
import { type StreamContext, sqlOf } from '#db/local/stream-context.ts';

type StepOutcome =
  | { readonly type: 'ok'; readonly result: string }
  | { readonly type: 'error'; readonly failure: StatementFailure }
  | { readonly type: 'skipped' };

/**
 * Runs the steps whose condition holds and answers the protocol's BatchResult as JSON. A text that a server refuses fails
 * the whole batch before its first step. A long batch lets other requests in between its steps; only writers wait for its end.
 */
export async function runBatch(context: StreamContext, steps: readonly BatchStep[]): Promise<string> {
  const prepared = steps.map((step) => ({ step, statement: context.reader.one(sqlOf(context.stream, step.statement.text)) }));
  const outcomes: StepOutcome[] = [];
  let sliceEnds = performance.now() + limits.slice;
  for (const entry of prepared) {
    outcomes.push(holds(entry.step.condition, outcomes) ? await runStep(context, entry) : { type: 'skipped' });
    if (performance.now() < sliceEnds) continue;
    await othersTurn();
    sliceEnds = performance.now() + limits.slice;
  }
  return batchJson(outcomes);
}

function holds(condition: BatchCondition | null, outcomes: readonly StepOutcome[]): boolean {
  if (condition === null) return true;
  switch (condition.type) {
    case 'not':
      return !holds(condition.condition, outcomes);
    case 'and':
      return condition.conditions.every((part) => holds(part, outcomes));
    case 'or':
      return condition.conditions.some((part) => holds(part, outcomes));
    default:
      return outcomes[condition.step]?.type === condition.type;
  }
}

interface PreparedStep {
  readonly step: BatchStep;
  readonly statement: StatementText;
}

async function runStep({ stream, budget }: StreamContext, { step, statement }: PreparedStep): Promise<StepOutcome> {
  const { arguments: given, wantRows } = step.statement;
  try {
    return { type: 'ok', result: await stream.run({ statement, arguments: given, wantRows, budget }) };
  } catch (failure) {
    if (!(failure instanceof StatementFailure) || endsBatch(failure)) throw failure;
    return { type: 'error', failure };
  }
}

function batchJson(outcomes: readonly StepOutcome[]): string {
  const results = outcomes.map((outcome) => (outcome.type === 'ok' ? outcome.result : 'null'));
  const errors = outcomes.map((outcome) => (outcome.type === 'error' ? errorJson(outcome.failure) : 'null'));
  return `{"step_results":[${results.join(',')}],"step_errors":[${errors.join(',')}]}`;
}

const errorJson = ({ message, code }: StatementFailure): string => JSON.stringify({ message, code });
