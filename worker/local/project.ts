import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, whatever the working directory is. */
export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A command that came with the dependencies. */
export function binary(name: string): string {
  return join(projectDir, 'node_modules', '.bin', name);
}
