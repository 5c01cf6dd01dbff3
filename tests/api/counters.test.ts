import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { proves } from '#tests/support/proves.ts';
import { publicPages } from '#tests/support/public-pages.ts';
import { type Decision, writeConsentCookie } from '#worker/consent/model/consent-cookie.ts';
import { consentCookieName } from '#worker/consent/model/cookie-names.ts';
import { COUNTED_PAGES } from '#worker/insights/model/counted-use.ts';
import { YES_LASTS } from '#worker/promises/model/consent-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

function cookie(answer: Decision['answer'], at = board.now): string {
  const value = writeConsentCookie({ version: 1, unsent: null, decisions: [{ service: 'counters', revision: 1, answer, at }] });
  return `${consentCookieName(ORIGIN)}=${value}`;
}

function use(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { Origin: ORIGIN, 'Content-Type': 'application/json', Cookie: cookie('yes'), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

const totals = async () => (await board.database.client.execute('select * from counters order by page, feature, country')).rows;
const forget = () => board.database.client.execute('delete from counters');

test(
  'a use is counted after a yes, and nothing is counted before one, after a no, or once the yes has lapsed',
  proves('counters-after-yes'),
  async () => {
    await forget();
    const page = { page: '/jobs' };
    const lapsed = board.now - (after(0, YES_LASTS) + 5 * 86_400_000);
    for (const Cookie of ['', cookie('no'), cookie('yes', lapsed), `${consentCookieName(ORIGIN)}=1/1/-/counters:2:y:1`, 'consent=yes']) {
      expect((await board.refused('/api/counters', use(page, { Cookie }))).status, Cookie).toBe(403);
    }
    expect(await totals()).toEqual([]);
    const answer = await board.ask('/api/counters', use(page));
    expect([answer.status, answer.headers.get('Cache-Control'), answer.headers.get('Set-Cookie')]).toEqual([204, 'no-store', null]);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(await totals()).toHaveLength(1);
  },
);

test(
  'what is kept of many uses is one total for each day, page, feature and country: no one visit, no time of day',
  proves('counters-anonymous', 'country-at-most'),
  async () => {
    await forget();
    const from = (CF: string) => ({
      'CF-IPCountry': CF,
      'CF-Connecting-IP': '203.0.113.9',
      'User-Agent': 'Odd/1',
      Referer: `${ORIGIN}/jobs?q=secret`,
    });
    for (let turn = 0; turn < 3; turn += 1) await board.ask('/api/counters', use({ page: '/jobs/[job]' }, from('SE')));
    await board.ask('/api/counters', use({ page: '/jobs/[job]', feature: 'apply-outside' }, from('SE')));
    await board.ask('/api/counters', use({ page: '/jobs/[job]' }, from('XX')));
    const day = new Date(board.now).toISOString().slice(0, 10);
    expect((await totals()).map((row) => ({ ...row }))).toEqual([
      { day, page: '/jobs/[job]', feature: '', country: 'SE', count: 3 },
      { day, page: '/jobs/[job]', feature: '', country: 'unknown', count: 1 },
      { day, page: '/jobs/[job]', feature: 'apply-outside', country: 'SE', count: 1 },
    ]);
  },
);

test('a total loses nothing when many come at once', async () => {
  await forget();
  await Promise.all(Array.from({ length: 25 }, () => board.ask('/api/counters', use({ page: '/about' }))));
  expect((await totals()).map(({ count }) => count)).toEqual([25]);
});

test('Global Privacy Control does not undo a yes to what nobody else gets', async () => {
  expect((await board.ask('/api/counters', use({ page: '/' }, { 'Sec-GPC': '1' }))).status).toBe(204);
});

test.each([
  [{ page: '/jobs/nurse-abc' }, 'page'],
  [{ page: '/jobs?q=nurse' }, 'page'],
  [{}, 'page'],
  [{ page: '/jobs', feature: 'mouse' }, 'feature'],
  [[], 'body'],
  ['no json', 'body'],
])('%j is refused, and the field is named', async (body, field) => {
  await forget();
  const { status, error } = await board.refused('/api/counters', use(body));
  expect([status, error.code, error.field]).toEqual([400, 'invalid', field]);
  expect(await totals()).toEqual([]);
});

test('what is sent beside page and feature is refused, not left lying', async () => {
  expect((await board.refused('/api/counters', use({ page: '/jobs', visitor: '12' }))).error.field).toBe('visitor');
  expect((await board.refused('/api/counters', use({ page: '/jobs', more: 'x'.repeat(600) }))).status).toBe(413);
});

test('another site cannot count in somebody’s name', async () => {
  expect((await board.refused('/api/counters', use({ page: '/' }, { Origin: 'https://elsewhere.example' }))).status).toBe(403);
  expect((await board.refused('/api/counters')).status).toBe(405);
});

test('every page on which something optional may run can be counted', () => {
  const patterns = publicPages().map((file) => `/${file.replace(/(^|\/)index\.astro$|\.astro$/, '')}`);
  expect(patterns.filter((pattern) => !(COUNTED_PAGES as readonly string[]).includes(pattern))).toEqual([]);
});
