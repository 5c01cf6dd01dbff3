import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const outcome = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

/** What some file would import against the law, and the rule that must notice. */
const FORBIDDEN = [
  ['worker/jobs/model/a.ts', "import { db } from '#db/client.ts';", 'models-are-pure'],
  ['worker/jobs/model/b.ts', "import { Hono } from 'hono';", 'models-are-pure'],
  ['worker/kernel/c.ts', "import { readFileSync } from 'node:fs';", 'models-use-no-platform'],
  ['worker/jobs/find-d.ts', "import { Hono } from 'hono';", 'use-cases-know-no-framework'],
  ['worker/jobs/find-e.ts', "import { sql } from 'drizzle-orm';", 'use-cases-know-no-framework'],
  ['worker/jobs/find-f.ts', "import { db } from '#db/client.ts';", 'use-cases-know-stores-as-types'],
  ['worker/jobs/find-g.ts', "import { find } from '#worker/employers/find.ts';", 'features-do-not-import-each-other'],
  ['worker/jobs/routes.ts', "import { find } from '#worker/employers/find.ts';", 'features-do-not-import-each-other'],
  ['worker/http/h.ts', "import { sql } from 'drizzle-orm';", 'routes-know-hono-and-their-feature'],
  ['worker/http/i.ts', "import { db } from '#db/client.ts';", 'only-the-container-wires'],
  ['db/j.ts', "import { Hono } from 'hono';", 'db-knows-drizzle-and-models'],
  ['search/k.ts', "import { find } from '#worker/employers/find.ts';", 'search-knows-its-engines-and-models'],
  ['site/pages/l.ts', "import { db } from '#db/client.ts';", 'site-knows-astro-preact-and-models'],
  ['site/pages/m.ts', "import { app } from '#worker/app.ts';", 'site-knows-the-api-as-a-type'],
  ['site/islands/n.ts', "import { parsed } from '#worker/jobs/model/parsed.ts';", 'islands-carry-no-parser'],
  ['worker/o.ts', "import { helper } from '#tests/helper.ts';", 'nothing-imports-tests'],
  ['worker/p.ts', "import { launch } from '#worker/local/launch.ts';", 'only-the-launcher-runs-the-launcher'],
  ['site/pages/t.ts', "import { env } from 'cloudflare:workers';", 'only-the-entry-and-the-in-process-client-know-the-platform'],
  ['worker/http/q.ts', "import { q } from '#worker/http/r.ts';\nexport const r = q;", 'no-cycles'],
  ['worker/http/s.ts', "import { missing } from '#worker/http/missing.ts';", 'everything-is-found'],
] as const;

/** What those imports find. */
const THERE = [
  ['db/client.ts', "import type { E } from '#worker/employers/model/e.ts';\nexport const db = 1 as E;"],
  ['worker/app.ts', 'export const app = 1;\nexport type App = typeof app;'],
  ['worker/employers/find.ts', "import type { db } from '#db/client.ts';\nexport const find = (given: typeof db) => given;"],
  ['worker/employers/model/e.ts', 'export type E = 1;'],
  ['worker/jobs/model/parsed.ts', "import { z } from 'zod';\nexport const parsed = z.string();"],
  ['worker/local/launch.ts', 'export const launch = 1;'],
  ['worker/http/r.ts', "import { r } from '#worker/http/q.ts';\nexport const q = r;"],
  ['site/pages/allowed.ts', "import type { App } from '#worker/app.ts';\nexport const allowed = (app: App) => app;"],
  ['tests/helper.ts', "export { find as helper } from '#worker/employers/find.ts';"],
] as const;

let lawless = '';

beforeAll(async () => {
  lawless = await mkdtemp(join(tmpdir(), 'keepword-law-'));
  for (const name of ['node_modules', 'package.json', 'tsconfig.json']) await symlink(join(projectDir, name), join(lawless, name));
  for (const [path, text] of [...FORBIDDEN, ...THERE]) {
    await mkdir(dirname(join(lawless, path)), { recursive: true });
    await writeFile(join(lawless, path), text);
  }
});

afterAll(() => rm(lawless, { recursive: true }));

test('nothing imports what its room may not', async () => {
  expect(await violationsIn(projectDir)).toEqual([]);
}, 120_000);

test('whoever imports what its room may not is noticed', async () => {
  const noticed = await violationsIn(lawless);
  const missed = FORBIDDEN.filter(([path, , rule]) => !noticed.some((line) => line.startsWith(`${rule}: ${path} `)));
  expect(missed).toEqual([]);
  const lawful = THERE.map(([path]) => path).filter((path) => path !== 'worker/http/r.ts');
  expect(noticed.filter((line) => lawful.some((path) => line.includes(`: ${path} `)))).toEqual([]);
}, 120_000);

async function violationsIn(folder: string): Promise<readonly string[]> {
  const rooms = ['worker', 'db', 'search', 'site', 'tests'];
  const args = ['--config', join(projectDir, '.dependency-cruiser.cjs'), '--output-type', 'json', ...rooms];
  const command = promisify(execFile)(join(projectDir, 'node_modules/.bin/depcruise'), args, { cwd: folder, maxBuffer: 100_000_000 });
  // It ends with the number of violations.
  const { stdout } = await command.catch((error: { stdout: string }) => error);
  return outcome.parse(JSON.parse(stdout)).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
