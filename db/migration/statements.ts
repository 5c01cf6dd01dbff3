/** Splits an SQL text into statements without their semicolon. A semicolon ends one unless it stands in a text, a comment or between `begin` and `end` of a trigger. */
export function statementsOf(text: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  let depth = 0;
  for (const token of text.match(TOKEN) ?? []) {
    if (token.startsWith('--') || token.startsWith('/*')) continue;
    depth += depthChange(token, current);
    if (token !== ';' || depth > 0) {
      current += token;
      continue;
    }
    found.push(current.trim());
    current = '';
  }
  if (current.trim() !== '') throw new Error(`SQL does not end with a semicolon: ${current.trim().slice(0, 80)}`);
  return found.filter((statement) => statement !== '');
}

/** Comments, quoted texts and names, words, blanks, and every other character by itself. */
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|\w+|\s+|[^\w\s]/g;

/** `case … end` closes with the same word as a trigger's body, so both open a level. */
function depthChange(token: string, before: string): number {
  if (!/^\s*create\s+(temp\s+|temporary\s+)?trigger\b/i.test(before)) return 0;
  const word = token.toLowerCase();
  if (word === 'begin' || word === 'case') return 1;
  return word === 'end' ? -1 : 0;
}
