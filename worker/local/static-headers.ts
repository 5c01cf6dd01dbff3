import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from '#worker/http/security-headers.ts';

/** Static files are answered before the Worker runs: their headers, from the same list, stand in the file that the platform reads. */
export async function writeStaticHeaders({ buildDir, publicUrl }: { buildDir: string; publicUrl: string | null }): Promise<void> {
  const file = join(buildDir, 'client', '_headers');
  const others = await readFile(file, 'utf8').catch(() => '');
  const lines = securityHeaders(publicUrl).map(([name, value]) => `  ${name}: ${value}`);
  await writeFile(file, `/*\n${lines.join('\n')}\n\n${others}`);
}
