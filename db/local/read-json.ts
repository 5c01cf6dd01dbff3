import { ProtocolFailure } from '#db/local/failures.ts';

export type JsonObject = { readonly [name: string]: unknown };

export function objectOf(value: unknown, name: string): JsonObject {
  if (isObject(value)) return value;
  throw unreadable(name, 'an object');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function arrayOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unreadable(name, 'an array');
}

export function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw unreadable(name, 'a string');
}

export function integerOf(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw unreadable(name, 'an integer');
}

export function booleanOr(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function unreadable(name: string, expected: string): ProtocolFailure {
  return new ProtocolFailure(`Cannot deserialize client message from JSON: ${name} must be ${expected}`);
}
