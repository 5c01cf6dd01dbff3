import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { type PromisesView, promisesView } from '#worker/promises/model/promise-view.ts';

let board: TestBoard;
let view: PromisesView;
let page: ReturnType<typeof parseDocument>;
beforeAll(async () => {
  board = await startBoard();
  view = promisesView.parse(await (await fetch(`${board.origin}/api/promises`)).json());
  page = parseDocument(await (await fetch(`${board.origin}/promises`)).text());
});
afterAll(() => board.close());

/** What stands at an anchor, or on the whole page, with single spaces. */
function textAt(anchor?: string): string {
  const place = anchor === undefined ? page : DomUtils.getElementById(anchor, page.children);
  return place === null ? '' : DomUtils.textContent(place).replace(/\s+/g, ' ');
}

test('the page of promises shows every promise at its own anchor, in its words', proves('promises-proven'), () => {
  expect(view.promises.length).toBeGreaterThan(0);
  for (const { id, words } of view.promises) expect.soft(textAt(id), id).toContain(words);
});

test(
  'beside each promise stand tests that prove it, or how many more there are, and the files that keep it',
  proves('promises-proven'),
  () => {
    for (const { id, proofs, enforcedBy } of view.promises) {
      const text = textAt(id);
      expect.soft(proofs.length, id).toBeGreaterThan(0);
      const proving = proofs.filter(({ further }) => !further);
      const shown = proving.slice(0, 1);
      if (proving.length > 1) expect.soft(text, id).toContain(`And ${proving.length - 1} more test`);
      for (const said of [...shown.flatMap(({ sentence, file }) => [sentence, file]), ...enforcedBy]) expect.soft(text, id).toContain(said);
    }
  },
);

test('what is planned is counted by policy, and shown nowhere as a promise', proves('promises-proven'), () => {
  const shown = DomUtils.getElementsByTagName('article', page.children);
  expect(shown.map(({ attribs }) => attribs['id']).sort()).toEqual(view.promises.map(({ id }) => id).sort());
  const cells = (row: (typeof shown)[number]) => DomUtils.findAll(({ name }) => name === 'th' || name === 'td', row.children);
  const rows = DomUtils.getElementsByTagName('tr', page.children).map((row) => cells(row).map(DomUtils.textContent).join(' '));
  for (const { name, kept, planned } of view.families) expect.soft(rows).toContain(`${name} ${kept} ${planned}`);
});

test('a build whose tests were not run says so, and says of no test that it passed', proves('promises-proven'), () => {
  const isReported = view.testedAt !== null;
  expect(textAt().includes('The tests were not run on this build')).toBe(!isReported);
  if (!isReported) expect(textAt()).not.toMatch(/· passed|all passed/);
});
