import type { PolicyBlock, PolicyDocument } from '#worker/promises/model/policy-document.ts';

/** Lists, tables and sections of a document that announce something and hold nothing. */
export function emptyLists({ id, language, sections }: PolicyDocument): readonly string[] {
  const name = `The ${id} policy (${language})`;
  if (sections.length === 0) return [`${name} has no section. Give it its parts in worker/promises/model/documents.`];
  return sections.flatMap(({ id: section, plain, blocks }) => [
    ...(plain.trim() === '' ? [`${name} says nothing in plain words in “${section}”. Write them.`] : []),
    ...blocks
      .filter(isEmpty)
      .map(({ is }) => `${name} has an empty ${NAMES[is]} in “${section}”. Fill it, or say in a sentence that there is none.`),
  ]);
}

const NAMES = {
  paragraph: 'paragraph',
  list: 'list',
  promises: 'list of promises',
  table: 'table',
  terms: 'list of terms',
  links: 'list of links',
} as const;

function isEmpty(block: PolicyBlock): boolean {
  if (block.is === 'paragraph') return block.text.trim() === '';
  return (block.is === 'table' ? block.rows : block.items).length === 0;
}

/** Every text of a document, with its place. */
export function textsOfDocument({ id, language, title, summary, sections }: PolicyDocument) {
  const at = (where: string) => (text: string) => ({ where: `${id} policy, ${where}`, language, text });
  return [
    ...[title, summary].map(at('top')),
    ...sections.flatMap((section) => [section.title, section.plain, ...section.blocks.flatMap(textsOf)].map(at(`section “${section.id}”`))),
  ];
}

function textsOf(block: PolicyBlock): readonly string[] {
  if (block.is === 'paragraph') return [block.text];
  if (block.is === 'table') return [block.caption, ...block.columns, ...block.rows.flat()];
  if (block.is === 'list') return block.items;
  if (block.is === 'terms') return block.items.flatMap(({ term, text }) => [term, text]);
  return block.items.map(({ text }) => text);
}
