/** A value as SQLite knows it. Integers are bigint, so that none loses a digit; every number is a float. */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** Writes a value as the protocol wants it, straight as text: rows are never built as objects first. */
export function encodeValue(value: unknown): string {
  if (typeof value === 'string') return `{"type":"text","value":${JSON.stringify(value)}}`;
  if (typeof value === 'bigint') return `{"type":"integer","value":"${value}"}`;
  if (typeof value === 'number') return `{"type":"float","value":${encodeFloat(value)}}`;
  if (value instanceof Uint8Array) return `{"type":"blob","base64":"${encodeBytes(value)}"}`;
  return '{"type":"null"}';
}

/** JSON has no word for infinity; this number is read as one. */
function encodeFloat(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '1e999' : '-1e999';
}

function encodeBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
