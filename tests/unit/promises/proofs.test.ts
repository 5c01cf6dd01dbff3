import { expect, test } from 'vitest';
import { isTitleOf, marksIn } from '#worker/local/proofs.ts';

const marks = (text: string) => marksIn({ file: 'tests/unit/x.test.ts', text });
const found = (text: string) => marks(text).proofs.map(({ clause, sentence }) => [clause, sentence]);

test('a marked test is found with its sentence, once for each clause', () => {
  const text = "test('a search sets no cookie', proves('search-forgets', 'no-account-needed'), async () => {});";
  expect(marks(text)).toEqual({
    proofs: [
      { clause: 'search-forgets', file: 'tests/unit/x.test.ts', sentence: 'a search sets no cookie', further: false },
      { clause: 'no-account-needed', file: 'tests/unit/x.test.ts', sentence: 'a search sets no cookie', further: false },
    ],
    problems: [],
  });
});

test('further evidence is told apart', () => {
  expect(marks("test('the real engine forgets, too', supports('search-forgets'), () => {});").proofs).toMatchObject([{ further: true }]);
});

test('what differs from case to case is left open in the sentence', () => {
  expect(found("test.each([1, 2])('%s of $name is quick', proves('a-clause'), () => {});")).toEqual([['a-clause', '… of … is quick']]);
  expect(found(`for (const name of names) test(\`\${name} is quick\`, proves("a-clause"), () => {});`)).toEqual([
    ['a-clause', '… is quick'],
  ]);
});

test('a test in a group says what the group says before', () => {
  expect(found("describe.each(boards)('%s', () => { test('has a name', proves('a-clause'), () => {}); });")).toEqual([
    ['a-clause', '… has a name'],
  ]);
});

test('a mark among other options, and of a test that not every machine runs, is found', () => {
  expect(found("test('it waits', { ...proves('a-clause'), timeout: 5 }, () => {});")).toEqual([['a-clause', 'it waits']]);
  expect(found("test.skipIf(none)('it waits', supports('a-clause'), () => {});")).toEqual([['a-clause', 'it waits']]);
});

test('words that only look like a mark are none', () => {
  expect(marks("test('x', () => { const text = \"proves('a-clause')\"; }); // proves('a-clause')")).toEqual({ proofs: [], problems: [] });
});

test.each([
  ["const later = proves('a-clause');", /tests\/unit\/x\.test\.ts:1: proves\('a-clause'\) marks no test\. Put it between/],
  ["describe('all', proves('a-clause'), () => {});", /marks no test/],
  ["test('x', proves(ID), () => {});", /write the ids in proves\(ID\) out as texts/],
  ["test('x', proves(), () => {});", /write the ids/],
  ["test('x' + y, proves('a-clause'), () => {});", /write the test's sentence out as one text/],
])('%s is a mark that nobody could follow', (text, sentence) => {
  const { proofs, problems } = marks(text);
  expect(proofs).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(sentence)]);
});

test('a title belongs to a sentence when only the open parts differ', () => {
  expect(isTitleOf('/api/jobs?q=a (b) answers the same', '… answers the same')).toBe(true);
  expect(isTitleOf('it answers the same', 'it answers the same.')).toBe(false);
  expect(isTitleOf('who answers the same as it', '… answers the same')).toBe(false);
});
