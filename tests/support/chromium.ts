import { existsSync } from 'node:fs';

/** The browser that the browser tests drive: CHROME_PATH, or where Debian puts it; null where there is none. */
export function chromiumPath(): string | null {
  const candidates = [process.env['CHROME_PATH'], '/usr/bin/chromium'];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}
