import { isTooBig, joined, type PictureRead } from '#worker/pictures/model/picture-limits.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const HAS_ALPHA = 0x10;
const MOVING = new Set(['ANIM', 'ANMF']);

/** Null for what is no WebP. */
export function readWebp(bytes: Uint8Array): PictureRead | null {
  if (bytes.length < 12 || wordAt(bytes, 0) !== 'RIFF' || wordAt(bytes, 8) !== 'WEBP') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.getUint32(4, true) + 8;
  if (end > bytes.length) return { is: 'broken' };
  let alpha: Uint8Array | null = null;
  let pixels: Uint8Array | null = null;
  for (let at = 12; at + 8 <= end; ) {
    const name = wordAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    if (at + 8 + length > end) return { is: 'broken' };
    if (MOVING.has(name)) return { is: 'moving' };
    if (name === 'ALPH') alpha = bytes.subarray(at, next);
    if (name === 'VP8 ' || name === 'VP8L') pixels ??= bytes.subarray(at, next);
    at = next;
  }
  const size = pixels === null ? null : sizeOf(pixels);
  if (pixels === null || size === null) return { is: 'broken' };
  if (isTooBig(size)) return { is: 'too-many-pixels' };
  return { is: 'picture', type: 'image/webp', ...size, bytes: whole({ size, pixels, alpha }) };
}

/** The head, then what shows something. An alpha of its own needs the extended head. */
function whole({ size, pixels, alpha }: { readonly size: Size; readonly pixels: Uint8Array; readonly alpha: Uint8Array | null }) {
  const needsHead = alpha !== null && wordAt(pixels, 0) === 'VP8 ';
  const body = joined([...(needsHead && alpha !== null ? [extendedHead(size), even(alpha)] : []), even(pixels)]);
  const head = new Uint8Array(12);
  head.set([0x52, 0x49, 0x46, 0x46], 0);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  head.set([0x57, 0x45, 0x42, 0x50], 8);
  return joined([head, body]);
}

function extendedHead({ width, height }: Size): Uint8Array {
  const head = new Uint8Array(18);
  const view = new DataView(head.buffer);
  head.set([0x56, 0x50, 0x38, 0x58]);
  view.setUint32(4, 10, true);
  head[8] = HAS_ALPHA;
  view.setUint32(12, width - 1, true);
  view.setUint16(15, (height - 1) & 0xffff, true);
  view.setUint8(17, (height - 1) >> 16);
  return head;
}

/** Chunks have an even length; the last of a file may lack its filling. */
function even(chunk: Uint8Array): Uint8Array {
  return chunk.length % 2 === 0 ? chunk : joined([chunk, new Uint8Array(1)]);
}

/** As the pixels themselves say it, whatever stands in another head. */
function sizeOf(chunk: Uint8Array): Size | null {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (wordAt(chunk, 0) === 'VP8L') {
    if (view.getUint8(8) !== 0x2f) return null;
    const bits = view.getUint32(9, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const isKeyFrame = (view.getUint8(8) & 1) === 0;
  if (!isKeyFrame || view.getUint8(11) !== 0x9d || view.getUint8(12) !== 0x01 || view.getUint8(13) !== 0x2a) return null;
  const size = { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff };
  return size.width === 0 || size.height === 0 ? null : size;
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
