import { ProtocolFailure } from '#db/local/failures.ts';
import { objectOf, textOf } from '#db/local/read-json.ts';
import type { SqlValue } from '#db/local/values.ts';

export function readValue(given: unknown): SqlValue {
  const { type, value, base64 } = objectOf(given, 'a value');
  switch (type) {
    case 'null':
      return null;
    case 'text':
      return textOf(value, 'a text');
    case 'integer':
      return readInteger(textOf(value, 'an integer'));
    case 'float':
      return readFloat(value);
    case 'blob':
      return Buffer.from(textOf(base64, 'base64'), 'base64');
    default:
      throw new ProtocolFailure('Value type not recognized');
  }
}

function readInteger(digits: string): bigint {
  if (!/^-?\d{1,19}$/.test(digits)) throw new ProtocolFailure('An integer must be decimal digits within 64 bits');
  const integer = BigInt(digits);
  if (BigInt.asIntN(64, integer) !== integer) throw new ProtocolFailure('An integer must be decimal digits within 64 bits');
  return integer;
}

function readFloat(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new ProtocolFailure('A float must be a number');
}
