import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '#db/import/raw-job.ts';

/** How much of a feed is looked at to tell its format. */
const HEAD_BYTES = 256 * 1024;

export interface Input {
  /** Its first characters, enough to tell the format. */
  readonly head: string;
  /** The head is all there is. */
  readonly isShort: boolean;
  /** The whole text in pieces, head included. Throws `CutOffError` when a compressed feed ends early. */
  readonly chunks: AsyncIterable<string>;
  /** Bytes on disk; null for standard input. */
  readonly size: number | null;
  readonly bytesRead: () => number;
}

/** A compressed feed that ends before its end. */
export class CutOffError extends Error {
  override readonly name = 'CutOffError';
}

/** Opens a file, or standard input for `-`, plain or gzipped, in the encoding that it declares or shows. */
export async function openInput(path: string): Promise<Input> {
  const size = path === '-' ? null : await sizeOf(path);
  let bytes = 0;
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  source.on('error', (error) => counter.destroy(error)).pipe(counter);
  const raw = peekable(counter);
  const magic = await raw.peek(2);
  const plain = magic[0] === 0x1f && magic[1] === 0x8b ? peekable(gunzip(raw.rest())) : raw;
  const head = await plain.peek(HEAD_BYTES);
  const label = encodingOf(head);
  const isShort = head.length < HEAD_BYTES;
  return { head: new TextDecoder(label).decode(head), isShort, chunks: decode(plain.rest(), label), size, bytesRead: () => bytes };
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ImportError(`There is no file ${path}; name the file to import.`);
  if (found.isDirectory()) throw new ImportError(`${path} is a folder; name one file to import.`);
  return found.size;
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of Readable.from(chunks, { objectMode: false }).pipe(createGunzip())) yield chunk;
  } catch (error) {
    throw new CutOffError(error instanceof Error ? error.message : String(error));
  }
}

/** Lets the first bytes be looked at before all are read. A feed that breaks off inside its head breaks off again when read. */
function peekable(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let failure: unknown = null;
  return {
    async peek(length: number): Promise<Buffer> {
      while (failure === null && held.reduce((sum, chunk) => sum + chunk.length, 0) < length) {
        try {
          const next = await iterator.next();
          if (next.done) break;
          held.push(next.value);
        } catch (error) {
          failure = error;
        }
      }
      return Buffer.concat(held).subarray(0, length);
    },
    async *rest(): AsyncGenerator<Buffer> {
      yield* held.splice(0);
      if (failure !== null) throw failure;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    },
  };
}

async function* decode(chunks: AsyncIterable<Buffer>, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** A byte order mark, else what an XML declaration says, else UTF-8 where the head is that, else Windows-1252. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head.toString('latin1', 0, 200))?.[1];
  if (declared !== undefined && isEncoding(declared)) return declared;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
