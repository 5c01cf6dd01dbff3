import { DomUtils, parseDocument } from 'htmlparser2';

const SAID_IN_ATTRIBUTES = ['aria-label', 'placeholder', 'title', 'alt', 'data-places'];

/** What a page says: its title, its description, every text and every attribute that is read out. Not what an ad says (`.prose`). */
export function visibleText(html: string): readonly string[] {
  const elements = DomUtils.findAll(() => true, parseDocument(html).children);
  const said = elements.filter(({ name, attribs }) => name !== 'script' && !within(attribs['class']));
  const texts = said.flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? [child.data] : [])));
  const attributes = said.flatMap(({ name, attribs }) => [
    ...SAID_IN_ATTRIBUTES.map((attribute) => attribs[attribute] ?? ''),
    name === 'meta' && attribs['name'] === 'description' ? (attribs['content'] ?? '') : '',
  ]);
  return [...texts, ...attributes].map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}/u.test(text));
}

function within(className = ''): boolean {
  return className.split(' ').includes('prose');
}
