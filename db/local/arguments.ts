import { StatementFailure } from '#db/local/failures.ts';
import type { StatementText } from '#db/local/statement-text.ts';
import type { SqlValue } from '#db/local/values.ts';

export interface Arguments {
  readonly positional: readonly SqlValue[];
  /** By name, with or without the prefix. */
  readonly named: ReadonlyMap<string, SqlValue>;
}

export const noArguments: Arguments = { positional: [], named: new Map() };

/** Puts arguments in the order of the parameters. The driver itself would take too few or too many without a word. */
export function bindArguments(statement: StatementText, given: Arguments): SqlValue[] {
  const { positional, named } = given;
  if (positional.length > 0 && named.size > 0) {
    throw new StatementFailure('ARGS_BOTH_POSITIONAL_AND_NAMED', 'Specifying both positional and named arguments is not supported');
  }
  const count = statement.parameters.length;
  const found = positional.length + named.size;
  if (found > count) throw invalid(`too many parameters, expected ${count} found ${found}`);
  return statement.parameters.map((name, index) => readable(argument(statement, { given, name, index })));
}

function argument(statement: StatementText, wanted: { given: Arguments; name: string | null; index: number }): SqlValue {
  const { given, name, index } = wanted;
  const value = name === null ? given.positional[index] : (given.named.get(name) ?? given.named.get(name.slice(1)));
  if (value !== undefined) return value;
  const isNull = name !== null && (given.named.has(name) || given.named.has(name.slice(1)));
  if (isNull || statement.kind === 'explain') return null;
  throw invalid(`value for parameter ${name ?? index + 1} not found`);
}

/**
 * The driver ends a text at its first NUL when it reads it back, so such a text would be lost without a word. Half a character,
 * once SQLite has taken it out of JSON, ends the whole process whenever it is read.
 */
function readable(value: SqlValue): SqlValue {
  if (typeof value !== 'string') return value;
  if (value.includes('\0')) throw invalid('a text must not hold a NUL character');
  if (value.includes('\\u') && beginsLikeJson.test(value) && halfEscape.test(value))
    throw invalid('JSON must not hold a NUL character or half a surrogate pair');
  return value;
}

const beginsLikeJson = /^\s*[[{]/;

/** An escape of a NUL, or of a surrogate without its other half. */
const halfEscape = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2}\\u)d[c-f][0-9a-f]{2})/i;

function invalid(why: string): StatementFailure {
  return new StatementFailure('ARGS_INVALID', `Arguments do not match SQL parameters: ${why}`);
}
