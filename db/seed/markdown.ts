/** Markdown as it stands in a source file: the indentation of the code around it is taken away. */
export function markdown({ raw }: TemplateStringsArray): string {
  const lines = raw.join('').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent).trimEnd())
    .join('\n')
    .trim();
}
