import { escapeMarkdown } from '#db/import/clean/markdown-text.ts';
import type { Mapping } from '#db/import/map/mapping.ts';

const TOKEN = /\{([^{}|]+)(?:\|(title))?\}/g;

export function columnsOfTemplate(line: string): readonly string[] {
  return Array.from(line.matchAll(TOKEN), ([, column = '']) => column);
}

type BuiltDescription = Extract<Mapping['description'], { sections: unknown }>;

/** Markdown built from fields. `read` gives a column's value, empty where it says nothing; values are escaped, the mapping's own words are Markdown. */
export function buildDescription(description: BuiltDescription, read: (column: string, style: 'title' | null) => string): string {
  const fill = (line: string) => {
    if (columnsOfTemplate(line).some((column) => read(column, null) === '')) return [];
    return [line.replace(TOKEN, (_, column: string, style?: string) => escapeMarkdown(read(column, style === 'title' ? 'title' : null)))];
  };
  const sections = description.sections.flatMap(({ heading, text, list }) => {
    const items = list.flatMap(fill).map((line) => `- ${line}`);
    const blocks = [...text.flatMap(fill), ...(items.length > 0 ? [items.join('\n')] : [])];
    if (blocks.length === 0) return [];
    return [...(heading === undefined ? [] : [`### ${heading}`]), ...blocks];
  });
  return [...sections, `*${description.builtNote}*`].join('\n\n');
}
