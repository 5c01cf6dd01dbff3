import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RateLimits } from '#worker/board/model/board.ts';

const config = z.looseObject({
  ratelimits: z.array(z.looseObject({ name: z.string(), simple: z.looseObject({ limit: z.number() }) })),
});

/** Writes the board's limits into what is deployed: the platform counts by that, and the committed file holds the demonstration's. */
export async function writePlatformLimits(buildDir: string, { exactPerMinute, widerPerMinute }: RateLimits): Promise<void> {
  const file = join(buildDir, 'server', 'wrangler.json');
  const built = config.parse(JSON.parse(await readFile(file, 'utf8')));
  const limits = new Map([
    ['RATE_EXACT', exactPerMinute],
    ['RATE_WIDER', widerPerMinute],
  ]);
  const ratelimits = built.ratelimits.map((entry) => ({
    ...entry,
    simple: { ...entry.simple, limit: limits.get(entry.name) ?? entry.simple.limit },
  }));
  await writeFile(file, JSON.stringify({ ...built, ratelimits }));
}
