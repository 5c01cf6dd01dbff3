import { micromark } from 'micromark';

/** Kept as they are, without attributes. */
const PLAIN_TAGS = new Set(['p', 'ul', 'ol', 'li', 'em', 'strong', 'blockquote', 'code', 'pre', 'br', 'hr']);

/** Lists and quotes opened on one line beyond the sixth: no ad means them, and thousands would take micromark seconds. */
const TOO_DEEP = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){6})(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/gm;

/** Nor lists within lists by indentation: beyond 24 columns no ad means one. */
const TOO_FAR = /^([ \t]{24})[ \t]+/gm;

interface Bound {
  readonly count: (markdown: string) => number;
  readonly most: number;
  readonly means: readonly string[];
}

/** What micromark takes time by the square of its number for: a text with more of them shows these marks as they are typed. */
const BOUNDS: readonly Bound[] = [
  { count: (markdown) => countOf(markdown, /\*+|_+/g), most: 1_000, means: ['attention'] },
  { count: (markdown) => countOf(markdown, /`+/g), most: 200, means: ['codeText'] },
  { count: (markdown) => countOf(markdown, /\](?=[([])/g), most: 300, means: ['labelStartLink', 'labelStartImage', 'labelEnd'] },
  // Comments and the like: each that has no end is looked for to the end of the text.
  { count: (markdown) => countOf(markdown, /<[!?]/g), most: 100, means: ['htmlText', 'htmlFlow'] },
  { count: countContainers, most: 800, means: ['list', 'blockQuote'] },
];
/** Headings underlined with = or - take as long, and nobody means them: headings begin with #. */
const NEVER = ['setextUnderline'];

/**
 * Markdown as HTML that is safe inside a page whose `h1` stands above it: headings start at `h2` and skip no rank, links lead
 * to https addresses only and lend no trust, and everything else that is not plain text formatting is dropped.
 *
 * Raw HTML in the source is escaped by micromark, so every tag seen here is one that micromark wrote.
 */
export function markdownToHtml(markdown: string): string {
  const html = toHtml(markdown.replace(TOO_FAR, '$1').replace(TOO_DEEP, '$1'));
  const rank = headingRanks(html);
  let linked = false;
  return html.replace(/<(\/?)([a-z]+[1-6]?)([^>]*)>/g, (_tag, slash: string, name: string, attributes: string) => {
    if (name === 'a' && slash !== '') return linked ? '</a>' : '';
    if (name === 'a') {
      const opening = link(attributes);
      linked = opening !== '';
      return opening;
    }
    if (name === 'img') return attribute(attributes, 'alt');
    if (PLAIN_TAGS.has(name)) return `<${slash}${name}>`;
    const heading = rank.get(name);
    return heading === undefined ? '' : `<${slash}${heading}>`;
  });
}

function toHtml(markdown: string): string {
  const tooMany = BOUNDS.filter(({ count, most }) => count(markdown) > most);
  return micromark(markdown, { extensions: [{ disable: { null: [...NEVER, ...tooMany.flatMap(({ means }) => means)] } }] });
}

function countOf(text: string, marks: RegExp): number {
  return text.match(marks)?.length ?? 0;
}

/** Items of lists and lines of quotes. */
function countContainers(markdown: string): number {
  const openings = markdown.match(/^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/gm) ?? [];
  return openings.reduce((sum, opening) => sum + countOf(opening, />|[-*+]|\d+[.)]/g), 0);
}

/** The ranks in use, moved to h2, h3, … in order. */
function headingRanks(html: string): ReadonlyMap<string, string> {
  const used = [...new Set(Array.from(html.matchAll(/<(h[1-6])>/g), (match) => match[1] ?? ''))].sort();
  return new Map(used.map((name, index) => [name, `h${Math.min(index + 2, 6)}`]));
}

function link(attributes: string): string {
  const address = attribute(attributes, 'href');
  return /^https:\/\/[^/]/i.test(address) ? `<a href="${address}" rel="nofollow ugc noopener">` : '';
}

/** An attribute's value as micromark wrote it: already escaped. */
function attribute(attributes: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}
