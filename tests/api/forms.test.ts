import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressBook, EVERY_PAGE } from '#tests/support/every-page.ts';
import { elementsIn, type FoundElement } from '#tests/support/html-elements.ts';
import { lookers } from '#tests/support/lookers.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let pages: readonly { readonly name: string; readonly html: string; readonly elements: readonly FoundElement[] }[];
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
  const [addressOf, cookieOf] = [await addressBook(board.database.db), await lookers(board)];
  pages = await Promise.all(
    EVERY_PAGE.map(async (visit) => {
      const html = await (await fetch(board.origin + addressOf(visit), { headers: { Cookie: cookieOf(visit.as) } })).text();
      return { name: visit.name, html, elements: elementsIn(html) };
    }),
  );
});
afterAll(() => board.close());

const TYPED = new Set(['text', 'email', 'password', 'search', 'tel', 'url', undefined]);
const isTyped = ({ name, attributes }: FoundElement) =>
  (name === 'input' && TYPED.has(attributes['type']) && attributes['type'] !== 'hidden') || name === 'textarea';

/** What is wrong, by page. */
function faults(find: (page: (typeof pages)[number]) => readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(pages.map((page) => [page.name, find(page)] as const).filter(([, wrong]) => wrong.length > 0));
}

test('every form about somebody is on a page that these tests look at', () => {
  expect(pages.filter(({ html }) => formsOf(html).length > 0).length).toBeGreaterThan(5);
});

/** The forms about somebody: not the search, in which nothing is needed. */
function formsOf(html: string): readonly string[] {
  return html.match(/<form[^>]*class="form[\s\S]*?<\/form>/g) ?? [];
}

test(
  'every field that must be filled in says what it is for, or its page does, and every other that it may be left out',
  proves('required-says-why'),
  () => {
    const silent = ({ html }: (typeof pages)[number]) =>
      formsOf(html).flatMap((form) =>
        elementsIn(form)
          .filter((element) => isTyped(element) && element.attributes['id'] !== undefined)
          .flatMap(({ attributes }) => {
            const id = attributes['id'] ?? '';
            const label = new RegExp(`<label for="${id}"[^>]*>([\\s\\S]*?)</label>`).exec(form)?.[1] ?? '';
            const isExplained = /-hint\b/.test(attributes['aria-describedby'] ?? '') || /class="lede"/.test(html);
            const says = attributes['required'] === undefined ? /optional/.test(label) : isExplained;
            return says ? [] : [id];
          }),
      );
    expect(faults(silent)).toEqual({});
  },
);

test('every field for a password hides it, and lets browsers and password managers fill it in', () => {
  const secret = ({ attributes }: FoundElement) => /password/i.test(`${attributes['name']} ${attributes['autocomplete']}`);
  const wrong = ({ elements }: (typeof pages)[number]) =>
    elements
      .filter((element) => element.name === 'input' && isTyped(element) && secret(element))
      .filter(({ attributes }) => attributes['type'] !== 'password' || !/^(current|new)-password$/.test(attributes['autocomplete'] ?? ''))
      .map(({ attributes }) => attributes['name'] ?? '');
  expect(faults(wrong)).toEqual({});
  expect(faults(({ html }) => formsOf(html).filter((form) => /onpaste|oncopy|onkeydown/.test(form)))).toEqual({});
});

test('no page gives back a password that was typed', () => {
  const given = ({ elements }: (typeof pages)[number]) =>
    elements
      .filter(({ attributes }) => attributes['type'] === 'password' && attributes['value'])
      .map(({ attributes }) => attributes['name'] ?? '');
  expect(faults(given)).toEqual({});
});
