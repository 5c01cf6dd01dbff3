import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { publish } from '#tests/api/publish.ts';
import { proves } from '#tests/support/proves.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

let board: ApiBoard;
const WORD = 'lighthouse';
/** More than one chunk of the feed of all ads. */
const MANY = 230;

beforeAll(async () => {
  board = await apiBoard();
  const ads = Array.from({ length: MANY }, (_, index) => ({
    title: `Keeper of ${WORD} <${index}> & sons`,
    description: `Keep *light* ]]> ${index}.`,
  }));
  await publish(board, 'Coast & Sons', ads);
});
afterAll(() => board.close());

const read = async (path: string) => {
  const response = await board.ask(path);
  return { response, text: await response.text() };
};

/** The texts of all elements of a name. */
function textsOf(xml: string, name: string): readonly string[] {
  const texts: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    inside = tag.name === name;
    if (inside) texts.push('');
  });
  parser.on('text', (text) => {
    if (inside) texts[texts.length - 1] += text;
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.write(xml).close();
  return texts;
}

test('a search is the same ads as RSS, Atom and JSON Feed', async () => {
  const query = `q=${WORD}&sort=newest`;
  const urls = (await board.search(query)).jobs.map(({ url }) => url);
  const rss = await read(`/jobs/feed.xml?${query}`);
  const atom = await read(`/jobs/feed.atom?${query}`);
  const json = await read(`/jobs/feed.json?${query}`);
  expect(textsOf(rss.text, 'link').slice(1)).toEqual(urls);
  expect(textsOf(atom.text, 'id')).toHaveLength(urls.length + 1);
  expect(JSON.parse(json.text).items.map((item: { url: string }) => item.url)).toEqual(urls);
  expect(rss.response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8');
  expect(atom.response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  expect(json.response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8');
});

test('a feed is newest first unless another order is asked for', async () => {
  const newest = (await board.search(`q=${WORD}&sort=newest`)).jobs.map(({ url }) => url);
  expect(textsOf((await read(`/jobs/feed.xml?q=${WORD}`)).text, 'link').slice(1)).toEqual(newest);
});

test('a feed names its own address and its page by the one form of the search, absolutely', async () => {
  const { text } = await read(`/jobs/feed.atom?country=SE&q=${WORD}&utm_source=reader`);
  expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/jobs/feed.atom?q=${WORD}&amp;country=SE"/>`);
  expect(text).toContain(`href="${ORIGIN}/jobs?q=${WORD}&amp;country=SE"`);
});

test('a feed refuses what a search refuses', async () => {
  const { status, error } = await board.refused('/jobs/feed.xml?page=51');
  expect(status).toBe(400);
  expect(error.field).toBe('page');
});

test('a feed that has not changed costs nothing', async () => {
  const first = await board.ask(`/jobs/feed.xml?q=${WORD}`);
  const again = await board.ask(`/jobs/feed.xml?q=${WORD}`, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
  expect(again.status).toBe(304);
});

test('the feed of all jobs holds every open job once, as other boards read it, and no self-employment advert', async () => {
  const { response, text } = await read('/feeds/jobs.xml');
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
  const references = textsOf(text, 'referencenumber');
  expect(new Set(references).size).toBe(references.length);
  expect(references).toHaveLength((await board.search('kind=job')).total);
  expect(textsOf(text, 'publisherurl')).toEqual([ORIGIN]);
  expect(textsOf(text, 'title').filter((title) => title.startsWith(`Keeper of ${WORD} <`))).toHaveLength(MANY);
  expect(textsOf(text, 'company')).toContain('Coast & Sons');
  expect(textsOf(text, 'description').find((html) => html.includes(']]'))).toMatch(/^<p>Keep light \]\]&gt; \d+\.<\/p>$/);
});

test('the sitemaps together name every ad, employer and page once, with the last change of each', async () => {
  const index = (await read('/sitemap.xml')).text;
  const parts = textsOf(index, 'loc');
  expect(parts).toEqual([`${ORIGIN}/sitemaps/pages.xml`, `${ORIGIN}/sitemaps/employers.xml`, `${ORIGIN}/sitemaps/jobs.xml`]);
  const found = await Promise.all(parts.map(async (part) => (await read(new URL(part).pathname)).text));
  const addresses = found.flatMap((xml) => textsOf(xml, 'loc'));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain(`${ORIGIN}/employers/coast-sons`);
  expect(addresses.filter((address) => address.includes('/jobs/'))).toHaveLength((await board.search('')).total);
  const changed = new Date(board.now - 3_600_000).toISOString();
  const { url } = (await board.search(`q=${WORD}`)).jobs[0] ?? {};
  expect(found[2]).toContain(`<url><loc>${url}</loc><lastmod>${changed}</lastmod></url>`);
});

test('what stopped is in no feed and no sitemap from the next answer on', proves('gone-at-once'), async () => {
  await publish(board, 'Closing Down', [{ title: 'Last cartographer' }]);
  const [job] = (await board.search('q=cartographer')).jobs;
  await board.database.client.execute({
    sql: "update jobs set status = 'stopped', stopped_at = ?1, updated_at = ?1 where id = ?2",
    args: [board.now, job?.id ?? ''],
  });
  for (const path of ['/feeds/jobs.xml', '/sitemaps/jobs.xml', '/jobs/feed.xml?q=cartographer', '/jobs/feed.json?q=cartographer'])
    expect((await read(path)).text, path).not.toContain(job?.id);
  expect((await read('/sitemaps/employers.xml')).text).not.toContain('closing-down');
});

test('crawlers find their way, and researchers whom to write to', proves('weakness-address'), async () => {
  expect((await read('/robots.txt')).text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  const security = await read('/.well-known/security.txt');
  expect(security.response.headers.get('Content-Type')).toMatch(/^text\/plain; charset=utf-8$/i);
  expect(security.text).toContain(`Contact: mailto:${thisBoard.contact.security}`);
  expect(Date.parse(/Expires: (.*)/.exec(security.text)?.[1] ?? '')).toBeGreaterThan(board.now);
});

test('programs learn that the browser’s privacy signal is obeyed, and since when', async () => {
  const { response, text } = await read('/.well-known/gpc.json');
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(JSON.parse(text)).toEqual({ gpc: true, lastUpdate: versionInForce(thisBoard, __BUILT_ON__).effective });
});
