import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from '#worker/http/security-headers.ts';
import { readBoard } from '#worker/local/board-file.ts';
import type { BuildOrigin } from '#worker/local/fingerprint.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

interface StaticHeaders extends BuildOrigin {
  readonly buildDir: string;
}

/** Static files are answered before the Worker runs: their headers, from the same list, stand in the file that the platform reads. */
export async function writeStaticHeaders({ buildDir, publicUrl, boardFile }: StaticHeaders): Promise<void> {
  const file = join(buildDir, 'client', '_headers');
  const others = await readFile(file, 'utf8').catch(() => '');
  const services = servicesOf(await readBoard(boardFile));
  const lines = securityHeaders(publicUrl, services).map(([name, value]) => `  ${name}: ${value}`);
  await writeFile(file, `/*\n${lines.join('\n')}\n\n${others}`);
}
