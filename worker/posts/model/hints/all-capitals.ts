/** Fewer letters than this may be a name or an abbreviation. */
const LEAST_IN_TITLE = 9;
const LEAST_IN_LINE = 30;
const SHARE = 0.8;

/** Whether a title shouts: capitals nearly all through, and more than an abbreviation of them. */
export function shoutsInTitle(title: string): boolean {
  return shouts(title, LEAST_IN_TITLE);
}

/** The first line of a text in capitals; null where none is. A short heading in capitals is one too. */
export function shoutedLine(markdown: string): string | null {
  return markdown.split('\n').find((line) => shouts(line, LEAST_IN_LINE)) ?? null;
}

function shouts(text: string, least: number): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= least && capitals / (capitals + small) >= SHARE;
}
