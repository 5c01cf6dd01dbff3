/** Messages of the name system as they travel (RFC 1035), as far as the board asks: one question, and the answers of its own type. */

export const RECORD_TYPES = { A: 1, TXT: 16, AAAA: 28 } as const;
export type RecordType = keyof typeof RECORD_TYPES;

export interface NameAsked {
  /** In its ASCII form. */
  readonly name: string;
  readonly type: RecordType;
}

/** What a name server says: the contents of the records, empty where the name has none; null where it could not say. */
export type DnsAnswer = readonly Uint8Array[] | null;

const HEADER = 12;
const RECURSION_DESIRED = 0x0100;
const INTERNET = 1;
const NO_ERROR = 0;
const NO_SUCH_NAME = 3;

/** A question about a name in its ASCII form. */
export function writeQuestion(name: string, type: RecordType): Uint8Array<ArrayBuffer> {
  const labels = name.split('.').flatMap((label) => [label.length, ...new TextEncoder().encode(label)]);
  const bytes = new Uint8Array(HEADER + labels.length + 5);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, RECURSION_DESIRED);
  view.setUint16(4, 1);
  bytes.set(labels, HEADER);
  view.setUint16(bytes.length - 4, RECORD_TYPES[type]);
  view.setUint16(bytes.length - 2, INTERNET);
  return bytes;
}

/** Reads the answer to such a question; null for what is none. Never throws. */
export function readAnswer(bytes: Uint8Array, type: RecordType): DnsAnswer {
  try {
    return answersIn(bytes, RECORD_TYPES[type]);
  } catch (error) {
    // Whoever reads beyond the end of a message has read none.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function answersIn(bytes: Uint8Array, type: number): DnsAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint16(2);
  const isCutOff = (flags & 0x0200) !== 0;
  const code = flags & 0x000f;
  if ((flags & 0x8000) === 0 || isCutOff || (code !== NO_ERROR && code !== NO_SUCH_NAME)) return null;
  let at = HEADER;
  for (let left = view.getUint16(4); left > 0; left -= 1) at = afterName(view, at) + 4;
  const found: Uint8Array[] = [];
  for (let left = view.getUint16(6); left > 0; left -= 1) {
    const record = afterName(view, at);
    const from = record + 10;
    const to = from + view.getUint16(record + 8);
    if (to > bytes.length) return null;
    if (view.getUint16(record) === type && view.getUint16(record + 2) === INTERNET) found.push(bytes.slice(from, to));
    at = to;
  }
  return found;
}

/** Where a name ends: at its empty label, or after a pointer to the rest of it. */
function afterName(view: DataView, start: number): number {
  let at = start;
  for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) {
    if (length >= 0xc0) return at + 2;
    at += length + 1;
  }
  return at + 1;
}

/** The text of a TXT record: its parts, one after the other. */
export function textOf(record: Uint8Array): string {
  let text = '';
  for (let at = 0; at < record.length; ) {
    const length = record[at] ?? 0;
    text += new TextDecoder().decode(record.subarray(at + 1, at + 1 + length));
    at += length + 1;
  }
  return text;
}

/** The texts of TXT records. */
export function recordTexts(records: readonly Uint8Array[]): readonly string[] {
  return records.map(textOf);
}
