import { deflateSync } from 'node:zlib';
import { crc32 } from '#worker/pictures/model/crc32.ts';

const text = (words: string) => new TextEncoder().encode(words);

export function pngChunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  chunk.set(text(name), 4);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, crc32(chunk.subarray(4, content.length + 8)));
  return chunk;
}

interface TestPng {
  readonly width?: number;
  readonly height?: number;
  /** Chunks between head and pixels. */
  readonly more?: readonly Uint8Array[];
  /** Hangs behind the end. */
  readonly trailing?: string;
}

/** A grey picture; its head may promise more than its pixels hold. */
export function aPng({ width = 4, height = 3, more = [], trailing = '' }: TestPng = {}): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = new Uint8Array(deflateSync(new Uint8Array((4 + 1) * 3)));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return together(signature, pngChunk('IHDR', head), ...more, pngChunk('IDAT', pixels), pngChunk('IEND', new Uint8Array()), text(trailing));
}

export function jpegSegment(marker: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return together(Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255), content);
}

/** What a camera writes: turned that way, and where it was. */
export function exif(turned: number): Uint8Array<ArrayBuffer> {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0];
  return together(text('Exif\0\0'), Uint8Array.from(tiff), text('GPS 59.3293 18.0686 Camera No 7'));
}

/** The segments of a JPEG; the scan is no real one, for nobody here decodes it. */
export function aJpeg({ width = 40, height = 30, more = [] as readonly Uint8Array[], trailing = '' } = {}): Uint8Array<ArrayBuffer> {
  const frame = Uint8Array.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0);
  return together(
    Uint8Array.of(0xff, 0xd8),
    ...more,
    jpegSegment(0xdb, new Uint8Array(65)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xc4, new Uint8Array(20)),
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4),
    Uint8Array.of(0xff, 0xd9),
    text(trailing),
  );
}

export function webpChunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Uint8Array.of(content.length & 255, (content.length >> 8) & 255, content.length >> 16, 0);
  return together(text(name), length, content, new Uint8Array(content.length % 2));
}

export function aWebp(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = together(text('WEBP'), ...chunks);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length, true);
  return together(text('RIFF'), length, body);
}

/** The pixels of a lossy WebP, as far as its head. */
export function vp8(width: number, height: number): Uint8Array<ArrayBuffer> {
  const head = [0x10, 0, 0, 0x9d, 0x01, 0x2a, width & 255, width >> 8, height & 255, height >> 8];
  return webpChunk('VP8 ', Uint8Array.from([...head, 1, 2, 3]));
}

export function together(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
