import { gzipSync } from 'node:zlib';
import { ask } from '#tests/bench/measure.ts';

/** What a first visit to a page sends over the wire, gzipped: the page, its style sheets, its scripts and the fonts it preloads. */
export async function weighPage(origin: string, path: string) {
  const { body } = await ask(`${origin}${path}`);
  const sizes = { html: zipped(body), css: 0, js: 0, font: 0 };
  for (const address of linked(body, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g))
    sizes.css += await weigh(origin, address);
  for (const address of await scripts(origin, body)) sizes.js += await weigh(origin, address);
  for (const address of linked(body, /<link[^>]+href="([^"]+\.woff2)"/g)) sizes.font += (await ask(`${origin}${address}`)).body.length;
  return sizes;
}

async function scripts(origin: string, html: string): Promise<readonly string[]> {
  const found = new Set(linked(html, /<script[^>]+src="([^"]+)"/g));
  for (const address of found) {
    const { body } = await ask(`${origin}${address}`);
    for (const imported of linked(body, /(?:from|import)\s*\(?["'](\.{1,2}\/[^"']+\.js|\/[^"']+\.js)["']/g))
      found.add(new URL(imported, `${origin}${address}`).pathname);
  }
  return [...found];
}

function linked(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''))].filter(
    (address) => address.startsWith('/') || address.startsWith('.'),
  );
}

async function weigh(origin: string, address: string): Promise<number> {
  return zipped((await ask(`${origin}${address}`)).body);
}

function zipped(text: string): number {
  return gzipSync(text).length;
}
