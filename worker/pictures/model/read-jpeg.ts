import { orientationIn, orientationSegment } from '#worker/pictures/model/orientation.ts';
import { isTooBig, joined, type PictureRead } from '#worker/pictures/model/picture-limits.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const ADOBE = 0xee;
const EXIF = 0xe1;
/** A progressive picture has some ten; thousands, each a few bytes, would keep whoever looks at it busy for minutes. */
const MOST_SCANS = 100;
/** Frames that browsers show: baseline, extended, progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Tables, and how often the decoder may begin anew. */
const KEPT = new Set([0xc4, 0xdb, 0xdd, ...FRAMES]);
/** What JFIF wants at the head: version 1.1, no density, no thumbnail. */
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

/** Null for what is no JPEG. How it is to be turned is the one thing that is kept of what a camera wrote into it. */
export function readJpeg(bytes: Uint8Array): PictureRead | null {
  if (bytes[0] !== 0xff || bytes[1] !== START || bytes[2] !== 0xff) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let scans = 0;
  let turned = 1;
  let hasAdobe = false;
  for (let at = 2; ; ) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) return { is: 'broken' };
    const marker = view.getUint8(at + 1);
    if (marker === END) break;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return { is: 'broken' };
    const segment = bytes.subarray(at, end);
    at = end;
    if (FRAMES.has(marker)) {
      if (size !== null || length < 8) return { is: 'broken' };
      size = {
        height: new DataView(segment.buffer, segment.byteOffset).getUint16(5),
        width: new DataView(segment.buffer, segment.byteOffset).getUint16(7),
      };
      if (size.width === 0 || size.height === 0) return { is: 'broken' };
      if (isTooBig(size)) return { is: 'too-many-pixels' };
    }
    if (marker === EXIF) turned = orientationIn(segment) ?? turned;
    if (marker === ADOBE && isAdobe(segment)) {
      hasAdobe = true;
      parts.push(segment);
    }
    if (KEPT.has(marker)) parts.push(segment);
    if (marker !== SCAN) continue;
    if (size === null) return { is: 'broken' };
    at = endOfScan(bytes, end);
    parts.push(segment, bytes.subarray(end, at));
    scans += 1;
    if (scans > MOST_SCANS) return { is: 'broken' };
  }
  if (size === null || scans === 0) return { is: 'broken' };
  const head = [Uint8Array.of(0xff, START), ...(hasAdobe ? [] : [JFIF]), ...orientationSegment(turned)];
  return { is: 'picture', type: 'image/jpeg', ...size, bytes: joined([...head, ...parts, Uint8Array.of(0xff, END)]) };
}

/** Says how its colours are meant; nothing else fits into its twelve bytes. */
function isAdobe(segment: Uint8Array): boolean {
  return segment.length === 16 && String.fromCharCode(...segment.subarray(4, 9)) === 'Adobe';
}

/** The first marker that is neither a stuffed byte nor a restart. Throws a RangeError where the file ends before. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const goesOn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!goesOn) return at;
  }
  throw new RangeError('The scan has no end.');
}
