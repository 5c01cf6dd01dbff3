import { build } from 'astro';

/** Marks every message of the catalogue, so that text from elsewhere stands out. */
const MARKED = `
const marked = (text) => '⟦' + text + '⟧';
export const en = Object.fromEntries(
  Object.entries(plain).map(([key, said]) => [key, typeof said === 'string' ? marked(said) : { one: marked(said.one), other: marked(said.other) }]),
);`;

/** Builds the board with marked messages into the folder named by the first argument; in a process of its own, because a build changes its process. */
await build({
  outDir: process.argv[2] ?? '',
  logLevel: 'error',
  vite: {
    plugins: [
      {
        name: 'pseudo-locale',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('/site/messages/en.ts') ? `${code.replace('export const en =', 'const plain =')}${MARKED}` : null,
      },
    ],
  },
});
