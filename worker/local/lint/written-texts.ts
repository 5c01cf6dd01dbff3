import ts from 'typescript';
import type { WrittenText } from '#worker/local/lint/text.ts';

export interface SourceFile {
  /** From the project's folder. */
  readonly file: string;
  readonly text: string;
}

/** The words in a source: every object that has an `en` of text, in each of its languages. Parts of templates count as their text. */
export function wordsIn({ file, text }: SourceFile): readonly WrittenText[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return nodesIn(source)
    .filter(ts.isObjectLiteralExpression)
    .flatMap((node) => {
      const texts = textsOf(node, file);
      return texts.some(({ language }) => language === 'en') ? texts : [];
    });
}

/** A text of the interface, with the key that it is called by. */
export interface Message extends WrittenText {
  readonly key: string;
}

/** The texts of a message catalogue, all of one language. */
export function messagesIn({ file, text }: SourceFile, language: string): readonly Message[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const texts = nodesIn(source)
    .filter(ts.isObjectLiteralExpression)
    .flatMap((node) => textsOf(node, file));
  return texts.map((written) => ({ ...written, key: written.language, language }));
}

function textsOf(node: ts.ObjectLiteralExpression, file: string): readonly WrittenText[] {
  return node.properties.filter(ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
    const text = textOf(initializer);
    if (text === null || ts.isComputedPropertyName(name)) return [];
    const line = node.getSourceFile().getLineAndCharacterOfPosition(initializer.getStart()).line + 1;
    return [{ where: `${file}:${line}`, language: name.text, text }];
  });
}

function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
}

function nodesIn(node: ts.Node): readonly ts.Node[] {
  return [node, ...node.getChildren().flatMap(nodesIn)];
}

/** The words in any value: what a board file says beside its numbers. */
export function wordsInValue(value: unknown, where = ''): readonly WrittenText[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if ('en' in value && entries.every(([, text]) => typeof text === 'string'))
    return entries.map(([language, text]) => ({ where, language, text: String(text) }));
  const step = (key: string) => (Array.isArray(value) ? `${where}[${key}]` : `${where}.${key}`.replace(/^\./, ''));
  return entries.flatMap(([key, part]) => wordsInValue(part, step(key)));
}
