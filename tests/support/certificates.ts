import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Certificates for nothing but these tests: good for a hundred years, and trusted by nobody who is not told to. */
const file = (name: string) => fileURLToPath(new URL(`./certificates/${name}`, import.meta.url));

/** For `NODE_EXTRA_CA_CERTS`, before anything that reads it is loaded. */
export const authorityFile = file('authority.pem');

/** What a server shows that says it is called so. */
export function certificateOf(name: 'localhost' | 'elsewhere.example'): { readonly key: string; readonly cert: string } {
  return { key: readFileSync(file(`${name}.key.pem`), 'utf8'), cert: readFileSync(file(`${name}.pem`), 'utf8') };
}
