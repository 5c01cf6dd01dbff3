import { expect, test } from 'vitest';
import { aJpeg, aPng, aWebp, exif, jpegSegment, pngChunk, together, vp8, webpChunk } from '#tests/support/pictures.ts';
import { proves } from '#tests/support/proves.ts';
import { readPicture } from '#worker/pictures/model/read-picture.ts';

const text = (words: string) => new TextEncoder().encode(words);
const SECRET = 'GPS 59.3293 18.0686';

function cleanOf(bytes: Uint8Array) {
  const read = readPicture(bytes);
  if (read.is !== 'picture') throw new Error(`It was read as ${read.is}.`);
  return { ...read, words: Buffer.from(read.bytes).toString('latin1') };
}

test('place and camera are taken out of every kind of picture, and what hangs behind its end', proves('pictures-cleaned'), () => {
  const png = aPng({
    more: [pngChunk('tEXt', text(`Comment\0${SECRET}`)), pngChunk('eXIf', text(SECRET)), pngChunk('iTXt', text(SECRET))],
    trailing: `<script>${SECRET}</script>`,
  });
  const jpeg = aJpeg({
    more: [jpegSegment(0xe1, exif(1)), jpegSegment(0xfe, text(SECRET)), jpegSegment(0xed, text(SECRET)), jpegSegment(0xe2, text(SECRET))],
    trailing: SECRET,
  });
  const webp = together(
    aWebp(webpChunk('VP8X', new Uint8Array(10)), vp8(40, 30), webpChunk('EXIF', text(SECRET)), webpChunk('XMP ', text(SECRET))),
    text(SECRET),
  );
  for (const picture of [png, jpeg, webp]) {
    expect(Buffer.from(picture).toString('latin1')).toContain(SECRET);
    expect(cleanOf(picture).words).not.toMatch(/GPS|Camera|script/);
  }
});

test('what is cleaned is read again as the same picture, byte for byte', () => {
  const pictures = [
    aPng(),
    aJpeg({ more: [jpegSegment(0xe1, exif(6))] }),
    aWebp(vp8(40, 30)),
    aWebp(webpChunk('ALPH', text('abc')), vp8(40, 30)),
  ];
  for (const picture of pictures) {
    const once = cleanOf(picture);
    const twice = cleanOf(once.bytes);
    expect(twice.bytes).toEqual(once.bytes);
    expect([twice.width, twice.height, twice.type]).toEqual([once.width, once.height, once.type]);
  }
});

test('a photo that was taken on its side stays turned, and says nothing else', () => {
  const turned = cleanOf(aJpeg({ more: [jpegSegment(0xe1, exif(6))] }));
  expect(turned.words).toContain('Exif');
  expect(turned.words).not.toContain('GPS');
  expect(cleanOf(aJpeg({ more: [jpegSegment(0xe1, exif(1))] })).words).not.toContain('Exif');
});

test('a bomb is known by its head', () => {
  expect(readPicture(aPng({ width: 50_000, height: 50_000 }))).toEqual({ is: 'too-many-pixels' });
  expect(readPicture(aPng({ width: 4_000, height: 3_001 }))).toEqual({ is: 'too-many-pixels' });
  expect(readPicture(aPng({ width: 4_000, height: 3_000 }))).toMatchObject({ is: 'picture' });
  expect(readPicture(aJpeg({ width: 65_535, height: 65_535 }))).toEqual({ is: 'too-many-pixels' });
  expect(readPicture(aWebp(vp8(16_000, 16_000)))).toEqual({ is: 'too-many-pixels' });
  expect(readPicture(new Uint8Array(5 * 1024 * 1024 + 1))).toEqual({ is: 'too-large' });
});

test('a picture of thousands of scans, or with a second head, is broken', () => {
  const scan = together(jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1));
  const withScans = (count: number) => {
    const bytes = aJpeg();
    return together(bytes.slice(0, -2), ...Array.from({ length: count }, () => scan), bytes.slice(-2));
  };
  expect(readPicture(withScans(20))).toMatchObject({ is: 'picture' });
  expect(readPicture(withScans(5_000))).toEqual({ is: 'broken' });
  const head = aPng({ width: 50_000, height: 50_000 }).slice(8, 33);
  expect(readPicture(aPng({ more: [head] }))).toEqual({ is: 'broken' });
});

test('a JPEG that promises two sizes, none, or no points, is broken', () => {
  const start = Uint8Array.of(0xff, 0xd8);
  const end = Uint8Array.of(0xff, 0xd9);
  const frame = (width: number, height: number) => jpegSegment(0xc0, Uint8Array.of(8, 0, height, 0, width, 1, 1, 0x11, 0));
  const scan = together(jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1));
  const read = (...parts: readonly Uint8Array[]) => readPicture(together(start, ...parts, end));
  expect(read(frame(40, 30), scan)).toMatchObject({ is: 'picture', width: 40, height: 30 });
  for (const parts of [
    [frame(40, 30), frame(50, 60), scan],
    [frame(0, 30), scan],
    [frame(40, 0), scan],
    [scan, frame(40, 30)],
    [frame(40, 30)],
  ])
    expect(read(...parts)).toEqual({ is: 'broken' });
});

test('a JPEG says how its colours are meant in one way alone', () => {
  const adobe = jpegSegment(0xee, together(text('Adobe'), Uint8Array.of(0, 100, 0, 0, 0, 0, 1)));
  const withAdobe = cleanOf(aJpeg({ more: [adobe] })).words;
  expect(cleanOf(aJpeg()).words).toContain('JFIF');
  expect(withAdobe).toContain('Adobe');
  expect(withAdobe).not.toContain('JFIF');
});

test('what moves, or only says that it is a picture, is none', () => {
  expect(readPicture(aPng({ more: [pngChunk('acTL', new Uint8Array(8))] }))).toEqual({ is: 'moving' });
  expect(readPicture(aWebp(webpChunk('ANIM', new Uint8Array(6)), vp8(4, 4)))).toEqual({ is: 'moving' });
  for (const words of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.7', 'MZ', '', '<html>']) {
    expect(readPicture(text(words))).toEqual({ is: 'no-picture' });
  }
});

test('a picture that is cut off anywhere, or has a wrong sum, is broken', () => {
  for (const picture of [aPng(), aJpeg(), aWebp(vp8(40, 30))]) {
    for (let length = 12; length < picture.length; length += 1) expect(readPicture(picture.slice(0, length)).is).not.toBe('picture');
  }
  const wrong = aPng();
  wrong[wrong.length - 20] = (wrong.at(-20) ?? 0) ^ 1;
  expect(readPicture(wrong)).toEqual({ is: 'broken' });
});
