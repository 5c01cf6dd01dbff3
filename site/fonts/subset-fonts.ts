import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** What headings are set in: Western European letters, and the four that Azerbaijani adds, as a face of their own. */
const FACES = [
  { file: 'latin', from: 'latin', letters: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ–—‘’“”„•…€™←→−` },
  { file: 'azerbaijani', from: 'latin-ext', letters: 'ƏəĞğİŞş' },
];

/** Cuts Source Serif 4 (weight 600) down to the letters above, into `site/fonts/cut`, where the style sheet finds it. */
export function subsetFonts(): AstroIntegration {
  return { name: 'subset-fonts', hooks: { 'astro:config:setup': cutAll } };
}

async function cutAll(): Promise<void> {
  const folder = new URL('./cut/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await Promise.all(FACES.map((face) => cut(face, folder)));
}

async function cut(face: (typeof FACES)[number], folder: URL): Promise<void> {
  const source = import.meta.resolve(`@fontsource/source-serif-4/files/source-serif-4-${face.from}-600-normal.woff2`);
  // Without the closure over small capitals and old-style figures, which no page uses, a fifth of the bytes goes.
  const options = { targetFormat: 'woff2', noLayoutClosure: true } as const;
  const bytes = await subsetFont(await readFile(fileURLToPath(source)), face.letters, options);
  await writeFile(new URL(`source-serif-4-${face.file}.woff2`, folder), bytes);
}
