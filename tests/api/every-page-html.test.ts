import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, type RuleConfig, StaticConfigLoader } from 'html-validate/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBuildDir } from '#tests/support/build-dir.ts';
import { addressBook, EVERY_PAGE, type PageVisit } from '#tests/support/every-page.ts';
import { elementsIn, type FoundElement } from '#tests/support/html-elements.ts';
import { lookers } from '#tests/support/lookers.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

interface Read {
  readonly visit: PageVisit;
  readonly url: string;
  readonly cookie: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly elements: readonly FoundElement[];
}

let board: TestBoard;
let pages: readonly Read[];
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
  const addressOf = await addressBook(board.database.db);
  const cookieOf = await lookers(board);
  pages = await Promise.all(EVERY_PAGE.map((visit) => read(visit, { url: board.origin + addressOf(visit), cookie: cookieOf(visit.as) })));
});
afterAll(() => board.close());

async function read(visit: PageVisit, { url, cookie }: { readonly url: string; readonly cookie: string }): Promise<Read> {
  const response = await fetch(url, { redirect: 'manual', headers: { Cookie: cookie } });
  const html = await response.text();
  return { visit, url, cookie, status: response.status, headers: response.headers, html, elements: elementsIn(html) };
}

/** What is wrong, by page; none of the pages may stand in it. */
function faults(find: (page: Read) => readonly string[]): Readonly<Record<string, readonly string[]>> {
  const found = pages.map((page) => [page.visit.name, find(page)] as const);
  return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
}

/** Whatever a browser does not care about: how Astro writes void elements, quotes and spaces. */
const STYLE_ONLY = [
  'void-style',
  'doctype-style',
  'attr-quotes',
  'no-trailing-whitespace',
  'attribute-boolean-style',
  'attribute-empty-style',
];

const SAME_NAME_MEANS_OR: RuleConfig[string] = ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }];

test('every page is valid HTML', async () => {
  const rules = { ...Object.fromEntries(STYLE_ONLY.map((rule) => [rule, 'off' as const])), 'form-dup-name': SAME_NAME_MEANS_OR };
  const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'], rules }));
  const reports = new Map<Read, readonly string[]>();
  for (const page of pages) {
    const { results } = await validator.validateString(page.html);
    const messages = results.flatMap(({ messages }) => messages);
    reports.set(
      page,
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
  }
  expect(faults((page) => reports.get(page) ?? [])).toEqual({});
});

test('every page answers as it is meant to', () => {
  expect(faults(({ visit, status }) => (status === visit.status ? [] : [String(status)]))).toEqual({});
});

test('every page has one main heading, a title of its own and names its language', () => {
  expect(faults(({ elements }) => (elements.filter(({ name }) => name === 'h1').length === 1 ? [] : ['h1']))).toEqual({});
  expect(
    faults(({ elements }) => (elements.some(({ name, attributes }) => name === 'html' && attributes['lang']) ? [] : ['lang'])),
  ).toEqual({});
  const titles = pages.filter(({ visit }) => visit.isListed).map(({ html }) => /<title>([^<]+)/.exec(html)?.[1]);
  expect(new Set(titles).size).toBe(titles.length);
});

test('search engines are told of the pages that are meant for them, and of no other', () => {
  const isHidden = ({ elements, headers }: Read) =>
    headers.get('x-robots-tag')?.includes('noindex') ||
    elements.some(
      ({ name, attributes }) => name === 'meta' && attributes['name'] === 'robots' && attributes['content']?.includes('noindex'),
    );
  expect(faults((page) => (isHidden(page) === !page.visit.isListed ? [] : [`listed: ${!isHidden(page)}`]))).toEqual({});
  const isDescribed = ({ elements }: Read) =>
    elements.some(({ name, attributes }) => name === 'meta' && attributes['name'] === 'description');
  expect(faults((page) => (!page.visit.isListed || isDescribed(page) ? [] : ['no description']))).toEqual({});
});

test('the pages that need neither a person nor the day are made before anybody comes', async () => {
  for (const { visit } of pages.filter(({ status }) => status === 200)) {
    const file = join(testBuildDir, 'client', visit.path === '/' ? 'index.html' : `${visit.path.split('?')[0]}.html`);
    const isFile = await access(file).then(
      () => true,
      () => false,
    );
    expect.soft(isFile ? 'build' : 'edge', visit.name).toBe(visit.madeBy);
  }
});

test('no page runs a script or takes a style from inside itself', () => {
  const isInside = ({ name, attributes }: FoundElement) =>
    name === 'style' ||
    attributes['style'] !== undefined ||
    Object.keys(attributes).some((attribute) => attribute.startsWith('on')) ||
    (name === 'script' && attributes['src'] === undefined && !/json$/.test(attributes['type'] ?? ''));
  expect(faults(({ elements }) => elements.filter(isInside).map(({ name }) => name))).toEqual({});
});

test('no page loads from another host or opens a connection to one', () => {
  const LOADS: Readonly<Record<string, string>> = {
    script: 'src',
    img: 'src',
    iframe: 'src',
    source: 'srcset',
    video: 'src',
    audio: 'src',
    link: 'href',
    form: 'action',
  };
  const HARMLESS_LINKS = ['canonical', 'alternate', 'prev', 'next', 'license'];
  const outside = ({ url, elements }: Read) =>
    elements.flatMap(({ name, attributes }) => {
      const address = attributes[LOADS[name] ?? ''];
      if (address === undefined || (name === 'link' && HARMLESS_LINKS.includes(attributes['rel'] ?? ''))) return [];
      return new URL(address, url).origin === board.origin ? [] : [`${name} ${address}`];
    });
  expect(faults(outside)).toEqual({});
});

test(
  'every page leads from its foot to the cookie choices, and by the official sign to the privacy choices',
  proves('choices-on-every-page', 'california-one-button'),
  () => {
    const foot = ({ html }: Read) => html.slice(html.lastIndexOf('<footer'));
    const ways = [/href="\/cookies\/choices"[^>]*>Cookie choices</, /href="\/california\/choices"[^>]*>\s*Your Privacy Choices\s*<svg/];
    expect(faults((page) => ways.filter((way) => !way.test(foot(page))).map(String))).toEqual({});
  },
);

test('every link leads to a page that exists and to a place on it that exists', async () => {
  const read = new Map<string, Promise<{ status: number; ids: ReadonlySet<string> }>>();
  const look = async (path: string, cookie: string) => {
    const response = await fetch(board.origin + path, { headers: { Cookie: cookie } });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    const elements = elementsIn(isPage ? await response.text() : '');
    return { status: response.status, ids: new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? [])) };
  };
  const broken = async ({ url, cookie, elements }: Read) => {
    const targets = elements
      .flatMap(({ name, attributes }) => (name === 'a' && attributes['href'] ? [new URL(attributes['href'], url)] : []))
      .filter(({ origin }) => origin === board.origin);
    const wrong: string[] = [];
    for (const { pathname, search, hash } of targets) {
      const path = pathname + search;
      // A page that is a problem answers with its own status where it links to places on itself.
      const isItself = board.origin + path === url;
      const known = `${path} ${cookie}`;
      const found = read.get(known) ?? look(path, cookie);
      read.set(known, found);
      const { status, ids } = await found;
      if (status !== 200 && !isItself) wrong.push(`${path} answers ${status}`);
      if (hash !== '' && !ids.has(decodeURIComponent(hash.slice(1)))) wrong.push(`${path} has no ${hash}`);
    }
    return [...new Set(wrong)];
  };
  const found = new Map<Read, readonly string[]>();
  for (const page of pages) found.set(page, await broken(page));
  expect(faults((page) => found.get(page) ?? [])).toEqual({});
});
