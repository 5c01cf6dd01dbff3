/** Foreign text that must be read as itself inside Markdown: it makes no link, image, emphasis, HTML or entity. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\](?=[(:[])/g, ']\\')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}

/** A line that begins like a heading, quotation, rule or code is a line of text. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s{0,3})(#{1,6}(?=\s|$)|>|~~~|={2,}\s*$|-{2,}\s*$)/, '$1\\$2').replace(/^(?: {4,}|\t)\s*/, '');
}

/** Plain text as Markdown: blank lines part paragraphs, line breaks stay, typed bullets become lists. */
export function textToMarkdown(text: string): string {
  const lines = text.split('\n').map((line) => {
    const bullet = /^\s*(?:[•·▪◦‣●○■✓✔➢►]\s*|[-–—*+]\s+)(?=\S)(.*)$/u.exec(line);
    if (bullet) return { isItem: true, line: `- ${escapeMarkdown(bullet[1] ?? '').trim()}` };
    return { isItem: /^\s*\d{1,3}[.)]\s/.test(line), line: escapeLineStart(escapeMarkdown(line)).trim() };
  });
  return lines.reduce((markdown, { line, isItem }, at) => {
    if (at === 0) return line;
    return markdown + between(lines[at - 1], { line, isItem }) + line;
  }, '');
}

interface Line {
  readonly line: string;
  readonly isItem: boolean;
}

function between(before: Line | undefined, { line, isItem }: Line): string {
  if (before === undefined || before.line === '' || line === '') return '\n';
  if (isItem !== before.isItem) return '\n\n';
  return isItem ? '\n' : '\\\n';
}
