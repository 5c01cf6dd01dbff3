import { readFile, writeFile } from 'node:fs/promises';
import { type BloomFilter, bitsOf } from '#worker/accounts/bloom-filter.ts';
import { foldPassword } from '#worker/accounts/model/password-rules.ts';

/**
 * Makes the filter of common passwords anew from a list, one password a line, the most common first:
 * `npm run passwords -- LIST`.
 */
const TAKEN = 100_000;
/** One in a million others is taken for common: 28.8 bits for each, 20 of them set. */
const BITS_EACH = 28.8;
const HASHES = 20;
const TARGET = new URL('../accounts/data/common-passwords.ts', import.meta.url);

function filterOf(passwords: readonly string[]): BloomFilter {
  const size = Math.ceil(passwords.length * BITS_EACH);
  const filter = Buffer.alloc(Math.ceil(size / 8));
  for (const bit of passwords.flatMap((password) => bitsOf(password, { size, hashes: HASHES }))) {
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return { size, hashes: HASHES, count: passwords.length, base64: filter.toString('base64') };
}

const [list] = process.argv.slice(2);
if (list === undefined) throw new Error('Name the file with the list: one password a line, the most common first.');
const lines = (await readFile(list, 'utf8')).split(/\r?\n/).filter((line) => line !== '');
const filter = filterOf([...new Set(lines.map(foldPassword))].slice(0, TAKEN));
const text = filter.base64.replace(/.{1,120}/g, '$&\n');
const fields = `size: ${filter.size},\n  hashes: ${filter.hashes},\n  count: ${filter.count},\n  base64: `;
await writeFile(
  TARGET,
  `/** Made by \`npm run passwords\`; from which list, stands in the README. */\nexport const COMMON_PASSWORDS = {\n  ${fields}\`\n${text}\`,\n};\n`,
);
console.log(`${filter.count} passwords are in the filter of ${filter.base64.length} letters.`);
