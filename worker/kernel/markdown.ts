import { micromark } from 'micromark';

/** Kept as they are, without attributes. */
const PLAIN_TAGS = new Set(['p', 'ul', 'ol', 'li', 'em', 'strong', 'blockquote', 'code', 'pre', 'br', 'hr']);

/** Lists and quotes opened on one line beyond the sixth: no ad means them, and thousands would take micromark seconds. */
const TOO_DEEP = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){6})(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/gm;

/** Pairing marks of emphasis takes time by the square of their number: an ad with more than this shows them as they are typed. */
const MOST_MARKS = 1_000;
/** Nor do headings underlined with = or -, which take as long: headings begin with #. */
const PLAIN_LINES = ['setextUnderline'];

/**
 * Markdown as HTML that is safe inside a page whose `h1` stands above it: headings start at `h2` and skip no rank, links lead
 * to https addresses only and lend no trust, and everything else that is not plain text formatting is dropped.
 *
 * Raw HTML in the source is escaped by micromark, so every tag seen here is one that micromark wrote.
 */
export function markdownToHtml(markdown: string): string {
  const html = toHtml(markdown.replace(TOO_DEEP, '$1'));
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
  const marks = markdown.match(/\*+|_+/g)?.length ?? 0;
  return micromark(markdown, { extensions: [{ disable: { null: marks > MOST_MARKS ? [...PLAIN_LINES, 'attention'] : PLAIN_LINES } }] });
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
