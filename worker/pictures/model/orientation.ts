const ORIENTATION = 0x0112;
/** `Exif` and two zeros, behind marker and length. */
const HEAD = 10;

/** How a camera was held, 1 to 8, from its notes in a JPEG (EXIF); null where they do not say. */
export function orientationIn(segment: Uint8Array): number | null {
  if (String.fromCharCode(...segment.subarray(4, 8)) !== 'Exif' || segment.length < HEAD + 14) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + HEAD, segment.length - HEAD);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const isLittle = order === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return null;
  const entries = view.getUint16(directory, isLittle);
  for (let at = directory + 2, left = entries; left > 0 && at + 12 <= view.byteLength; at += 12, left -= 1) {
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue;
    const turned = view.getUint16(at + 8, isLittle);
    return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}

/** Notes that say nothing else; none where the picture is upright. */
export function orientationSegment(turned: number): readonly Uint8Array[] {
  if (turned === 1) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif)];
}
