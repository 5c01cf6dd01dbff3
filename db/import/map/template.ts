import { escapeMarkdown } from '#db/import/clean/markdown-text.ts';
import type { Mapping } from '#db/import/map/mapping.ts';

/** How a column is written: as it is, in title case, or with categories that run together parted. */
export type TokenStyle = 'plain' | 'title' | 'split';

const TOKEN = /\{([^{}|]+)(?:\|(title|split))?\}/g;

export function columnsOfTemplate(line: string): readonly string[] {
  const known = columnsOf.get(line);
  if (known) return known;
  const columns = Array.from(line.matchAll(TOKEN), ([, column = '']) => column);
  columnsOf.set(line, columns);
  return columns;
}

/** Per line of a mapping: read for every row. */
const columnsOf = new Map<string, readonly string[]>();

type BuiltDescription = Extract<Mapping['description'], { sections: unknown }>;

/** Markdown built from fields. `read` gives a column's value, empty where it says nothing; values are escaped, the mapping's own words are Markdown. */
export function buildDescription(description: BuiltDescription, read: (column: string, style: TokenStyle) => string): string {
  const fill = (line: string) => {
    if (columnsOfTemplate(line).some((column) => read(column, 'plain') === '')) return [];
    return [
      line.replace(TOKEN, (_, column: string, style?: string) =>
        escapeMarkdown(read(column, style === 'title' || style === 'split' ? style : 'plain')),
      ),
    ];
  };
  const sections = description.sections.flatMap(({ heading, text, list }) => {
    const items = list.flatMap(fill).map((line) => `- ${line}`);
    const blocks = [...text.flatMap(fill), ...(items.length > 0 ? [items.join('\n')] : [])];
    if (blocks.length === 0) return [];
    return [...(heading === undefined ? [] : [`### ${heading}`]), ...blocks];
  });
  return [...sections, `*${description.builtNote}*`].join('\n\n');
}

/** `Health Legal Affairs` as `Health; Legal Affairs`, where these are known names; otherwise the text as it is. */
export function splitNames(text: string, names: readonly string[]): string {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const name = names.filter((known) => rest === known || rest.startsWith(`${known} `)).toSorted((a, b) => b.length - a.length)[0];
    if (name === undefined) return text;
    found.push(name);
    rest = rest.slice(name.length).trimStart();
  }
  return found.join('; ');
}
