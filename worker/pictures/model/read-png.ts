import { crc32 } from '#worker/pictures/model/crc32.ts';
import { isTooBig, joined, type PictureRead } from '#worker/pictures/model/picture-limits.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** What shows something: size, colours, transparency, pixels. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA']);
const MOVING = new Set(['acTL', 'fcTL', 'fdAT']);

/** Null for what is no PNG. */
export function readPng(bytes: Uint8Array): PictureRead | null {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameAt(bytes, 8) !== 'IHDR' || view.getUint32(8) !== 13) return { is: 'broken' };
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  if (size.width === 0 || size.height === 0) return { is: 'broken' };
  if (isTooBig(size)) return { is: 'too-many-pixels' };
  const chunks: Uint8Array[] = [];
  let pixels = 0;
  for (let at = SIGNATURE.length, name = ''; name !== 'IEND'; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length || view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return { is: 'broken' };
    name = nameAt(bytes, at);
    if (MOVING.has(name)) return { is: 'moving' };
    // A second head would promise another size than the one that was looked at.
    if (name === 'IHDR' && at !== SIGNATURE.length) return { is: 'broken' };
    if (name === 'IDAT') pixels += length;
    if (KEPT.has(name)) chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return pixels === 0 ? { is: 'broken' } : { is: 'picture', type: 'image/png', ...size, bytes: joined([SIGNATURE, ...chunks]) };
}

/** What a chunk is called. */
function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at + 4, at + 8));
}
