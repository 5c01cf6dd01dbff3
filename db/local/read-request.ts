import type { Arguments } from '#db/local/arguments.ts';
import { ProtocolFailure } from '#db/local/failures.ts';
import type { BatchCondition, BatchStep, PipelineRequest, StatementRequest, StreamRequest, TextReference } from '#db/local/protocol.ts';
import { arrayOf, booleanOr, integerOf, type JsonObject, objectOf, textOf } from '#db/local/read-json.ts';
import { readValue } from '#db/local/read-value.ts';

/** Checks a request's body. Written by hand, because an import sends thousands of values in one. */
export function readPipelineRequest(body: string): PipelineRequest {
  const { baton, requests } = objectOf(parse(body), 'the body');
  return {
    baton: baton === undefined || baton === null ? null : textOf(baton, 'baton'),
    requests: arrayOf(requests, 'requests').map((request) => readStreamRequest(objectOf(request, 'requests'))),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ProtocolFailure('Cannot deserialize client message from JSON');
  }
}

function readStreamRequest(request: JsonObject): StreamRequest {
  switch (request['type']) {
    case 'execute':
      return { type: 'execute', statement: readStatement(request['stmt']) };
    case 'batch':
      return { type: 'batch', steps: readSteps(request['batch']) };
    case 'sequence':
    case 'describe':
      return { type: request['type'], text: readText(request) };
    case 'store_sql':
      return { type: 'store_sql', id: integerOf(request['sql_id'], 'sql_id'), sql: textOf(request['sql'], 'sql') };
    case 'close_sql':
      return { type: 'close_sql', id: integerOf(request['sql_id'], 'sql_id') };
    case 'close':
      return { type: 'close' };
    default:
      throw new ProtocolFailure('StreamRequest type not recognized');
  }
}

function readText({ sql, sql_id: id }: JsonObject): TextReference {
  const isStored = id !== undefined && id !== null;
  const isGiven = sql !== undefined && sql !== null;
  if (isGiven && isStored) throw new ProtocolFailure('Either `sql` or `sql_id` are required, but not both');
  if (isGiven) return { sql: textOf(sql, 'sql') };
  if (isStored) return { storedAs: integerOf(id, 'sql_id') };
  throw new ProtocolFailure('Either `sql` or `sql_id` are required');
}

function readStatement(value: unknown): StatementRequest {
  const statement = objectOf(value, 'stmt');
  return {
    text: readText(statement),
    arguments: readArguments(statement),
    wantRows: booleanOr(statement['want_rows'], true),
  };
}

function readArguments({ args, named_args: named }: JsonObject): Arguments {
  return {
    positional: arrayOf(args ?? [], 'args').map(readValue),
    named: new Map(arrayOf(named ?? [], 'named_args').map(readNamedArgument)),
  };
}

function readNamedArgument(value: unknown): [string, ReturnType<typeof readValue>] {
  const named = objectOf(value, 'named_args');
  return [textOf(named['name'], 'name'), readValue(named['value'])];
}

function readSteps(value: unknown): BatchStep[] {
  const { steps } = objectOf(value, 'batch');
  return arrayOf(steps, 'steps').map((step, index) => {
    const { condition, stmt } = objectOf(step, 'steps');
    const isBare = condition === undefined || condition === null;
    return { condition: isBare ? null : readCondition(condition, index), statement: readStatement(stmt) };
  });
}

/** A condition may only look back: at steps before its own. */
function readCondition(value: unknown, ownStep: number): BatchCondition {
  const { type, step, cond, conds } = objectOf(value, 'condition');
  if (type === 'not') return { type, condition: readCondition(cond, ownStep) };
  if (type === 'and' || type === 'or') {
    return { type, conditions: arrayOf(conds, 'conds').map((condition) => readCondition(condition, ownStep)) };
  }
  if (type !== 'ok' && type !== 'error') throw new ProtocolFailure('BatchCond type not recognized');
  const earlier = integerOf(step, 'step');
  if (earlier < 0 || earlier >= ownStep) throw new ProtocolFailure('Invalid reference to step in a batch condition');
  return { type, step: earlier };
}
