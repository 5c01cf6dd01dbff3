import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import type { Settings } from '#worker/local/settings.ts';

/** What keys are derived from. Throws a `LaunchRefusal` where a live board has none. */
export function secretOf({ secret, publicUrl, dataDir }: Settings): Promise<string> | string {
  if (secret !== null) return secret;
  if (publicUrl === null) return demonstrationSecret(dataDir);
  throw new LaunchRefusal('SECRET is not set: a live board (PUBLIC_URL is set) needs at least 32 random characters.');
}

/** A file that its owner alone can read, made on the first start. */
async function demonstrationSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    const secret = randomBytes(32).toString('base64url');
    await file.writeFile(secret).finally(() => file.close());
    return secret;
  } catch (error) {
    if (!isThere(error))
      throw new LaunchRefusal(`Cannot write to ${dataDir}: make the folder writable, or set DATA_DIR to another one.`, error);
    return (await readFile(path, 'utf8')).trim();
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
