import ts from 'typescript';
import type { SourceFile } from '#worker/local/lint/written-texts.ts';

/** A place in the code that reads or writes what a browser keeps. */
export interface StorageUse {
  readonly file: string;
  readonly line: number;
  /** `document.cookie`, `Set-Cookie`, `localStorage` … */
  readonly way: string;
}

const STORES = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore', 'caches'];
const OF_THE_BROWSER = ['serviceWorker', 'storage'];
/** In a page every word counts: what is said there stands in the catalogues. */
const IN_A_PAGE = new RegExp(
  `\\b(document\\.cookie|Astro\\.cookies|set-cookie|${STORES.join('|')}|navigator\\.(?:${OF_THE_BROWSER.join('|')}))\\b`,
  'gi',
);

/** Every use in a source; comments do not count. */
export function storageUses({ file, text }: SourceFile): readonly StorageUse[] {
  if (/\.(astro|html|svg)$/.test(file)) {
    return [...text.matchAll(IN_A_PAGE)].map((match) => ({ file, line: text.slice(0, match.index).split('\n').length, way: match[0] }));
  }
  if (!/\.(ts|tsx|mjs|js)$/.test(file)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  return nodesIn(source).flatMap((node) => {
    const way = wayOf(node);
    return way === null ? [] : [{ file, line: lineOf(node), way }];
  });
}

function wayOf(node: ts.Node): string | null {
  if (ts.isIdentifier(node) && STORES.includes(node.text)) return node.text;
  if (ts.isStringLiteralLike(node)) return /^set-cookie$/i.test(node.text) ? 'Set-Cookie' : namedStore(node);
  if (ts.isImportSpecifier(node)) return isCookieWriter(node) ? 'Set-Cookie' : null;
  if (!ts.isPropertyAccessExpression(node)) return null;
  const { text } = node.name;
  const of = node.expression.getText();
  if (text === 'cookie' && (/\bdocument$/.test(of) || isAssigned(node))) return 'document.cookie';
  if (text === 'cookies' && /^(Astro|context)$/.test(of)) return 'Astro.cookies';
  return OF_THE_BROWSER.includes(text) && /\bnavigator$/.test(of) ? `navigator.${text}` : null;
}

/** `window['localStorage']` */
function namedStore(node: ts.StringLiteralLike): string | null {
  return ts.isElementAccessExpression(node.parent) && [...STORES, 'cookie'].includes(node.text) ? node.text : null;
}

/** Hono's helper writes the header; reading what came is no use of a browser's storage that its owner has not agreed to. */
function isCookieWriter(node: ts.ImportSpecifier): boolean {
  const from = node.parent.parent.parent;
  const isHonos = ts.isImportDeclaration(from) && from.moduleSpecifier.getText().includes('hono/cookie');
  return isHonos && !/^get/.test((node.propertyName ?? node.name).text);
}

function isAssigned(node: ts.Node): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function nodesIn(node: ts.Node): readonly ts.Node[] {
  return [node, ...node.getChildren().flatMap(nodesIn)];
}
