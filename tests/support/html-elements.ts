import { Parser } from 'htmlparser2';

export interface FoundElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of a page, in its order. */
export function elementsIn(html: string): readonly FoundElement[] {
  const found: FoundElement[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) });
  parser.end(html);
  return found;
}
