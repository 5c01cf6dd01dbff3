import { orientationIn, orientationSegment } from '#worker/pictures/model/orientation.ts';
import { type CleanPicture, isTooBig, joined, type PictureRead } from '#worker/pictures/model/picture-limits.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const ADOBE = 0xee;
const EXIF = 0xe1;
/** A progressive picture has some ten; thousands, each a few bytes, would keep whoever looks at it busy for minutes. */
const MOST_SCANS = 100;
/** Frames that browsers show: baseline, extended, progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** With its marker. */
const LEAST_FRAME = 10;
/** Tables, and how often the decoder may begin anew. */
const KEPT = new Set([0xc4, 0xdb, 0xdd, ...FRAMES]);
/** What JFIF wants at the head: version 1.1, no density, no thumbnail. */
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

/** What stands between two markers; with a scan, the picture's points behind it. */
interface Part {
  readonly marker: number;
  readonly segment: Uint8Array;
  readonly points: Uint8Array | null;
}

type Size = Pick<CleanPicture, 'width' | 'height'>;

/** Null for what is no JPEG. How it is to be turned is the one thing that is kept of what a camera wrote into it. Throws a RangeError for half of one. */
export function readJpeg(bytes: Uint8Array): PictureRead | null {
  if (bytes[0] !== 0xff || bytes[1] !== START || bytes[2] !== 0xff) return null;
  const parts: Part[] = [];
  let size: Size | null = null;
  for (const part of partsOf(bytes)) {
    if (FRAMES.has(part.marker)) {
      if (size !== null) return { is: 'broken' };
      size = sizeOf(part.segment);
      if (isTooBig(size)) return { is: 'too-many-pixels' };
    }
    if (part.points !== null && size === null) return { is: 'broken' };
    if (isWanted(part)) parts.push(part);
  }
  if (size === null || !parts.some(({ points }) => points !== null)) return { is: 'broken' };
  return { is: 'picture', type: 'image/jpeg', ...size, bytes: madeAnew(parts) };
}

function* partsOf(bytes: Uint8Array): Generator<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scans = 0;
  for (let at = 2; ; ) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) throw new RangeError('No marker stands where one should.');
    const marker = view.getUint8(at + 1);
    if (marker === END) return;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new RangeError('The segment has no end.');
    const segment = bytes.subarray(at, end);
    at = marker === SCAN ? endOfScan(bytes, end) : end;
    if (marker === SCAN) scans += 1;
    if (scans > MOST_SCANS) throw new RangeError('There are too many scans.');
    yield { marker, segment, points: marker === SCAN ? bytes.subarray(end, at) : null };
  }
}

function sizeOf(frame: Uint8Array): Size {
  if (frame.length < LEAST_FRAME) throw new RangeError('The frame is cut off.');
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const [height, width] = [view.getUint16(5), view.getUint16(7)];
  if (width === 0 || height === 0) throw new RangeError('The frame holds no point.');
  return { width, height };
}

function isWanted({ marker, segment, points }: Part): boolean {
  return points !== null || KEPT.has(marker) || marker === EXIF || (marker === ADOBE && isAdobe(segment));
}

function madeAnew(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const turned = parts.flatMap(({ marker, segment }) => (marker === EXIF ? (orientationIn(segment) ?? []) : [])).at(-1) ?? 1;
  const hasAdobe = parts.some(({ marker }) => marker === ADOBE);
  const shown = parts
    .filter(({ marker }) => marker !== EXIF)
    .flatMap(({ segment, points }) => (points === null ? [segment] : [segment, points]));
  const head = [Uint8Array.of(0xff, START), ...(hasAdobe ? [] : [JFIF]), ...orientationSegment(turned)];
  return joined([...head, ...shown, Uint8Array.of(0xff, END)]);
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
