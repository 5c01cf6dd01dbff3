import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBuildDir } from '#tests/support/build-dir.ts';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import { PERSONAS } from '#worker/accounts/model/personas.ts';
import { board as demonstration } from '#worker/board/model/this-board.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { ensureBuilt } from '#worker/local/build.ts';
import { hostProblems } from '#worker/local/lint/hosts.ts';
import { readCode } from '#worker/local/lint/read-code.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const publicUrl = 'https://jobs.norrsken-jobs.test';
const boardFile = fileURLToPath(new URL('../support/other-board.ts', import.meta.url));
let live = '';

beforeAll(async () => {
  live = await mkdtemp(join(tmpdir(), 'keepword-live-'));
  await ensureBuilt({ buildDir: live, publicUrl, boardFile });
}, 300_000);

afterAll(() => rm(live, { recursive: true }));

test('a live bundle holds nothing that only a demonstration offers', async () => {
  const code = await textsIn(live, /\.(mjs|js|html)$/);
  expect(code.filter(({ text }) => /\/dev\/|__DEMONSTRATION__/.test(text)).map(({ path }) => path)).toEqual([]);
  const people = Object.values(PERSONAS).flatMap(({ email, name }) => [email, name]);
  expect(code.filter(({ text }) => people.some((said) => text.includes(said))).map(({ path }) => path)).toEqual([]);
  const offered = (await textsIn(testBuildDir, /\.mjs$/)).map(({ text }) => text).join('\n');
  for (const said of ['/api/dev/persona', '/dev/persona', ...people]) expect(offered, said).toContain(said);
});

test(
  'a bundle made for a board of one’s own bears its name, contacts, processors and categories',
  proves('each-board-its-controller'),
  async () => {
    const code = (await textsIn(live, /\.(mjs|html)$/)).map(({ text }) => text).join('\n');
    const { controller, dataProtection, contact, processors, services, categories } = otherBoard;
    const own = [controller.name, dataProtection.mail, contact.security, services.googleAnalytics?.id, services.googleAds?.id];
    for (const said of [...own, ...processors.map(({ name }) => name), ...categories.map(({ label }) => label['en'])])
      expect(code).toContain(said);
    const pages = await textsIn(join(live, 'client'), /\.html$/);
    expect(pages.filter(({ text }) => !text.includes(otherBoard.name)).map(({ path }) => path)).toEqual([]);
  },
);

test('its pages state its own controller, processors, cookies and versions', proves('each-board-its-controller'), async () => {
  const page = (name: string) => readFile(join(live, 'client', name), 'utf8');
  const { controller, dataProtection, processors } = otherBoard;
  for (const said of [controller.name, dataProtection.mail, controller.supervisoryAuthority.name])
    expect(await page('privacy.html')).toContain(said);
  for (const said of processors.flatMap(({ name, contract }) => [name, contract])) expect(await page('processors.html')).toContain(said);
  expect(await page('cookies.html')).toContain('_ga_NORRSKEN1');
  expect(await readFile(join(testBuildDir, 'client', 'cookies.html'), 'utf8')).not.toContain('_ga');
  expect(await page('privacy/versions/2.html')).toContain('Linnakatu 3');
  expect(await page('privacy.html')).not.toContain('Linnakatu 3');
});

test('nothing of the demonstration board is in it: no name, no contact, no category', proves('each-board-its-controller'), async () => {
  const served = await textsIn(live, /\.(mjs|js|html|svg|json|xml|txt)$/);
  const { controller, dataProtection, contact } = demonstration;
  const theirs = [controller.mail, dataProtection.mail, contact.security, ...controller.postalAddress, 'Hotels, food and tourism'];
  expect(served.filter(({ text }) => theirs.some((said) => text.includes(said))).map(({ path }) => path)).toEqual([]);
  const seen = await textsIn(join(live, 'client'), /./);
  expect(seen.filter(({ text }) => text.includes(demonstration.name)).map(({ path }) => path)).toEqual([]);
});

test('the platform is told the limits of the board', async () => {
  const config = JSON.parse(await readFile(join(live, 'server', 'wrangler.json'), 'utf8'));
  expect(config.ratelimits).toMatchObject([
    { name: 'RATE_EXACT', simple: { limit: otherBoard.rateLimits.exactPerMinute } },
    { name: 'RATE_WIDER', simple: { limit: otherBoard.rateLimits.widerPerMinute } },
  ]);
});

test('the platform is told to keep no log of requests', proves('logs-without-people', 'search-forgets'), async () => {
  const config = JSON.parse(await readFile(join(live, 'server', 'wrangler.json'), 'utf8'));
  expect(config.observability).toMatchObject({ enabled: false });
});

test('the demonstration board is not built for everybody: mail to it would arrive nowhere', async () => {
  const building = ensureBuilt({ buildDir: join(live, 'never'), publicUrl, boardFile: null });
  await expect(building).rejects.toThrow(/contact\.general is “hello@keepword\.example”, an address for examples/);
});

test('what is sent to browsers calls no host but those of declared processors', proves('processors-listed'), async () => {
  expect(hostProblems(await readCode(join(live, 'client'), ['.']), otherBoard)).toEqual([]);
  expect(hostProblems(await readCode(join(testBuildDir, 'client'), ['.']), demonstration)).toEqual([]);
});

test(
  'the page of processors names every company that can be called, with contract, country and hosts',
  proves('processors-listed'),
  async () => {
    const page = await readFile(join(live, 'client', 'processors.html'), 'utf8');
    const { processors } = policyOf(otherBoard);
    expect(processors.length).toBeGreaterThan(3);
    for (const { name, contract, country, hosts } of processors)
      for (const said of [name, contract, countryName(country, 'en'), ...hosts]) expect(page).toContain(said);
  },
);

test(
  'an announced version is told on every page, and each version can be read',
  proves('announced-ahead', 'policy-dated', 'transfer-announced'),
  async () => {
    const pages = await textsIn(join(live, 'client'), /\.html$/);
    expect(pages.filter(({ text }) => !text.includes('href="/privacy/versions/2#changes"')).map(({ path }) => path)).toEqual([]);
    for (const document of ['privacy', 'cookies', 'terms', 'california']) {
      const version = (number: number) => readFile(join(live, 'client', document, 'versions', `${number}.html`), 'utf8');
      expect(await version(1)).toContain('12 January 2026');
      expect(await version(2)).toContain('1 January 2036');
      expect(await version(2)).toContain('has moved to Linnakatu');
    }
  },
);

test('the pages of a demonstration name no address of the board', async () => {
  const pages = await textsIn(join(testBuildDir, 'client'), /\.html$/);
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ text }) => /rel="canonical"|localhost/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('static files carry the headers of every answer, with the hosts of the services that are on', async () => {
  const lines = (await readFile(join(live, 'client', '_headers'), 'utf8')).split('\n');
  const everywhere = lines.slice(lines.indexOf('/*') + 1, lines.indexOf(''));
  expect(everywhere).toEqual(securityHeaders(publicUrl, servicesOf(otherBoard)).map(([name, value]) => `  ${name}: ${value}`));
  expect(everywhere.join('\n')).toContain('Strict-Transport-Security');
  expect(everywhere.join('\n')).toContain('https://www.googletagmanager.com');
});

test('a build is made once for the same sources, address and board, and anew for another', async () => {
  const builds: string[] = [];
  await ensureBuilt({ buildDir: live, publicUrl, boardFile, onStart: () => builds.push('the same') });
  expect(builds).toEqual([]);
  const elsewhere = { buildDir: live, publicUrl: 'https://other.norrsken-jobs.test', boardFile, onStart: () => stop() };
  await expect(ensureBuilt(elsewhere)).rejects.toThrow('it would build');
  const another = { buildDir: live, publicUrl: null, boardFile: null, onStart: () => stop() };
  await expect(ensureBuilt(another)).rejects.toThrow('it would build');
});

function stop(): never {
  throw new Error('it would build');
}

async function textsIn(folder: string, names: RegExp): Promise<readonly { path: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && names.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
