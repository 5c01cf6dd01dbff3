import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { projectDir } from '#worker/local/project.ts';
import type { Proof } from '#worker/promises/model/proof.ts';

export interface Marks {
  readonly proofs: readonly Proof[];
  /** Marks that nobody could find again, each in a sentence that says what to do. */
  readonly problems: readonly string[];
}

/** The tests that carry a clause's id, in a stable order. */
export async function findProofs(): Promise<readonly Proof[]> {
  return (await readMarks(join(projectDir, 'tests'))).proofs;
}

/** Every `proves('…')` and `supports('…')` in the tests of a folder. */
export async function readMarks(folder: string): Promise<Marks> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const marks = await Promise.all(
    paths.sort().map(async (path) => marksIn({ file: `tests/${relative(folder, path)}`, text: await readFile(path, 'utf8') })),
  );
  const proofs = marks
    .flatMap((one) => one.proofs)
    .toSorted((one, other) => (one.clause < other.clause ? -1 : Number(one.clause > other.clause)));
  return { proofs, problems: marks.flatMap(({ problems }) => problems) };
}

/** The marks of one file. */
export function marksIn({ file, text }: { readonly file: string; readonly text: string }): Marks {
  if (!/\b(proves|supports)\(/.test(text)) return { proofs: [], problems: [] };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const read = callsIn(source)
    .filter(isMark)
    .map((mark) => readMark(mark, file));
  return { proofs: read.flatMap((one) => (typeof one === 'string' ? [] : one)), problems: read.filter((one) => typeof one === 'string') };
}

function readMark(mark: ts.CallExpression, file: string): readonly Proof[] | string {
  const where = `${file}:${mark.getSourceFile().getLineAndCharacterOfPosition(mark.getStart()).line + 1}`;
  const test = testAround(mark);
  if (test === null) return `${where}: ${mark.getText()} marks no test. Put it between a test's sentence and its function.`;
  const sentence = sentenceOf(test);
  if (sentence === null) return `${where}: write the test's sentence out as one text, so that pages can show it.`;
  const ids = mark.arguments.filter(ts.isStringLiteral);
  if (ids.length === 0 || ids.length < mark.arguments.length)
    return `${where}: write the ids in ${mark.getText()} out as texts; the page of promises reads them from the source.`;
  const further = mark.expression.getText() === 'supports';
  return ids.map((id) => ({ clause: id.text, file, sentence, further }));
}

function callsIn(node: ts.Node): readonly ts.CallExpression[] {
  const below = node.getChildren().flatMap(callsIn);
  return ts.isCallExpression(node) ? [node, ...below] : below;
}

function isMark({ expression }: ts.CallExpression): boolean {
  return ts.isIdentifier(expression) && (expression.text === 'proves' || expression.text === 'supports');
}

/** The call of `test`, `test.each(…)` or `test.skipIf(…)` whose option the mark is. */
function testAround(mark: ts.Node): ts.CallExpression | null {
  for (let node = mark.parent; !ts.isFunctionLike(node) && !ts.isSourceFile(node); node = node.parent)
    if (ts.isCallExpression(node)) return /^test\b/.test(node.expression.getText()) ? node : null;
  return null;
}

const CASE_WORDS = /%[sdifjoOc#]|\$[\w.]+/g;

/** What a test says, after what its groups say. Null where a part is anything but one text. */
function sentenceOf(test: ts.CallExpression): string | null {
  const parts = [...groupsAround(test), test].map(({ arguments: [title] }) => (title === undefined ? null : textOf(title)));
  return parts.includes(null) ? null : parts.join(' ');
}

/** The calls of `describe` that a test stands in, the outermost first. */
function groupsAround(node: ts.Node): readonly ts.CallExpression[] {
  if (ts.isSourceFile(node)) return [];
  const isGroup = ts.isCallExpression(node) && /^describe\b/.test(node.expression.getText());
  return [...groupsAround(node.parent), ...(isGroup ? [node] : [])];
}

/** What differs from case to case becomes `…`. */
function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text.replace(CASE_WORDS, '…');
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…').replace(CASE_WORDS, '…');
}

/** Whether a test of that full name, as it ran, is the one of that sentence. */
export function isTitleOf(title: string, sentence: string): boolean {
  const parts = sentence.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(title);
}
