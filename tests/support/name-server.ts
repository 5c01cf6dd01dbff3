import { RECORD_TYPES, writeQuestion } from '#worker/outside/model/dns-message.ts';

interface TestRecord {
  readonly type: number;
  readonly content: Uint8Array;
}

/** The answer to a question, as a name server writes it: names of records are pointers to the question. */
export function dnsMessage(question: Uint8Array, records: readonly TestRecord[], { code = 0 } = {}): Uint8Array<ArrayBuffer> {
  const answers = records.flatMap(({ type, content }) => [
    ...[0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60],
    ...[content.length >> 8, content.length & 255],
    ...content,
  ]);
  const message = Uint8Array.from([...question, ...answers]);
  const view = new DataView(message.buffer);
  view.setUint16(2, 0x8180 | code);
  view.setUint16(6, records.length);
  return message;
}

/** What names hold: addresses as texts or bytes, and texts. */
export type TestNames = Readonly<
  Record<string, { readonly A?: readonly string[]; readonly AAAA?: readonly Uint8Array[]; readonly TXT?: readonly string[] }>
>;

/** A name server over HTTPS that knows these names alone. */
export function aNameServer(names: TestNames) {
  return async (request: Request): Promise<Response> => {
    const question = new Uint8Array(await request.arrayBuffer());
    for (const [name, held] of Object.entries(names)) {
      for (const type of ['A', 'AAAA', 'TXT'] as const) {
        if (!same(writeQuestion(name, type), question)) continue;
        const records = (held[type] ?? []).map((value) => ({ type: RECORD_TYPES[type], content: contentOf(value, type) }));
        return new Response(dnsMessage(question, records));
      }
    }
    return new Response(dnsMessage(question, [], { code: 3 }));
  };
}

function contentOf(value: string | Uint8Array, type: string): Uint8Array {
  if (typeof value !== 'string') return value;
  if (type === 'A') return Uint8Array.from(value.split('.').map(Number));
  const bytes = new TextEncoder().encode(value);
  return Uint8Array.from([bytes.length, ...bytes]);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
