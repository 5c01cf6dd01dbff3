import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE_ACTORS } from '#site/lib/page-actors.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { ACTORS, type ActorAtHand } from '#tests/support/every-actor.ts';
import { type Looker, lookers } from '#tests/support/lookers.ts';
import { addressOf, giveThings, linkFor } from '#tests/support/own-things.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { createApp } from '#worker/app.ts';
import { patternOf, statementsOf } from '#worker/http/authorise.ts';
import { PAGES_WITH_FORMS } from '#worker/http/pages-with-forms.ts';
import { STAFF } from '#worker/kernel/actor.ts';

let board: TestBoard;
let cookieOf: (looker: Looker) => string;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  cookieOf = await lookers(board);
});
afterAll(() => board.close());

const app = createApp({ clock: () => 0, log: () => {} });
const STATEMENTS = statementsOf(app);
const ROUTES = [
  ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${patternOf(path)}`)),
].sort();

const NOT_YOURS = 'This is not for your kind of account.';
const FIRST = 'Sign in first, then repeat this.';
const example = (pattern: string) => pattern.replaceAll(/\{\w+\}/g, 'abcdefghijklmnopqrst');

/** What a route says to somebody: nothing is left out, and what comes after being let in is the route's own business. */
async function saidTo(route: string, actor: ActorAtHand): Promise<'in' | 'sign in first' | 'not for you'> {
  const [method = '', pattern = ''] = route.split(' ');
  // A connection of its own: the Worker closes one whose body nobody read, as of a request that is refused.
  const headers = { Connection: 'close', Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', Cookie: (await actor.come(board)).cookie };
  const sent = method === 'GET' ? { headers } : { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: '{}' };
  const response = await fetch(board.origin + example(pattern), { ...sent, redirect: 'manual' });
  const text = await response.text();
  if (response.status === 401 && text.includes(FIRST)) return 'sign in first';
  return response.status === 403 && text.includes(NOT_YOURS) ? 'not for you' : 'in';
}

test('every route of the API states who may ask it, and nothing is stated of what is no route', () => {
  expect([...STATEMENTS.keys()].sort()).toEqual(ROUTES);
});

test.for(ACTORS)('$name: every route of the API lets in whom it states, and nobody else', async (actor) => {
  for (const route of ROUTES) {
    const may = STATEMENTS.get(route)?.includes(actor.kind) === true;
    const refusal = actor.kind === 'visitor' || actor.kind === 'guest' ? 'sign in first' : 'not for you';
    expect(await saidTo(route, actor), route).toBe(may ? 'in' : refusal);
  }
});

test('every page states who may open it, and nothing is stated of what is no page', async () => {
  expect([...PAGE_ACTORS.keys()].sort()).toEqual([...(await pagePatterns()), ...DEMONSTRATION_PAGES].sort());
});

test.for(ACTORS)(
  '$name: every page opens to whom it states; a visitor is shown the way in and back',
  proves('sessions-in-view'),
  async (actor) => {
    for (const [pattern, kinds] of PAGE_ACTORS) {
      const path = addressOf(pattern);
      const newcomer = await actor.come(board);
      await giveThings(board.database.db, newcomer);
      const link = actor.kind === 'guest' ? linkFor(pattern) : null;
      const cookie = link === null ? newcomer.cookie : cookieOf(link);
      const answer = await fetch(board.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' });
      const location = answer.headers.get('Location') ?? '';
      const isWayIn = location === `/sign-in?back=${encodeURIComponent(path)}`;
      if (kinds.includes(actor.kind)) {
        expect(isWayIn, `${path} ${location}`).toBe(false);
        if (!kinds.includes('visitor')) expect(answer.status, path).not.toBe(404);
      } else if (actor.kind === 'visitor' || actor.kind === 'guest')
        expect([answer.status, location], path).toEqual([303, `/sign-in?back=${encodeURIComponent(path)}`]);
      else expect(answer.status, path).toBe(404);
    }
  },
);

test('what a page sends in its form goes through the same door', async () => {
  for (const path of PAGES_WITH_FORMS) {
    if (PAGE_ACTORS.get(path)?.includes('visitor') !== false) continue;
    const headers = { Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(board.origin + path, { method: 'POST', headers, body: 'a=b', redirect: 'manual' });
    expect([answer.status, answer.headers.get('Location')], path).toEqual([303, `/sign-in?back=${encodeURIComponent(path)}`]);
  }
});

test('staff without a second factor are led to where they set one up, from every other page of theirs', async () => {
  const { db } = board.database;
  for (const role of STAFF) {
    const cookie = await signedIn(board, await makeAccount(db, { role }), { proof: 'password' });
    const seen = async (path: string) => {
      const { status, headers } = await fetch(board.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' });
      return [status, headers.get('Location')];
    };
    for (const path of ['/account', '/account/profile', '/account/privacy'])
      expect(await seen(path), path).toEqual([303, '/account/security']);
    for (const path of ['/account/security', '/account/sessions', '/account/prove']) expect(await seen(path), path).toEqual([200, null]);
    const refused = await fetch(`${board.origin}/api/account`, { headers: { Cookie: cookie } });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('Set up a second factor')]);
  }
});

const DEMONSTRATION_PAGES = ['/dev/mailbox', '/dev/mailbox/[id]', '/dev/persona'];

/** The patterns of all pages, from their files. */
async function pagePatterns(): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('../../site/pages', import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.astro'));
  return files.map((file) => `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`);
}
