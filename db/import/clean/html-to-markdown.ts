import { Parser } from 'htmlparser2';
import { escapeLineStart, escapeMarkdown } from '#db/import/clean/markdown-text.ts';

/** Nothing inside these is text of the ad. */
const DROPPED = new Set(
  'script style head title template noscript iframe object embed svg math canvas audio video picture form select textarea button input map frameset applet'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article header footer main aside nav address blockquote pre table thead tbody tfoot tr ul ol dl dt dd li h1 h2 h3 h4 h5 h6 hr figure figcaption fieldset center details summary'.split(
    ' ',
  ),
);
const EMPHASIS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
]);
const DEEPEST_LIST = 4;

interface Writing {
  readonly blocks: string[];
  readonly lists: { readonly isOrdered: boolean; count: number }[];
  readonly links: { readonly at: number; readonly href: string }[];
  /** Text as it came, in pieces: escaped once it is whole. */
  text: string;
  line: string;
  marker: string;
  dropped: number;
}

/** Foreign HTML as Markdown: text, headings, lists, emphasis and https links. Everything else is gone, scripts with their text. */
export function htmlToMarkdown(html: string): string {
  const writing: Writing = { blocks: [], lists: [], links: [], text: '', line: '', marker: '', dropped: 0 };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(writing, name, attributes),
      ontext: (text) => write(writing, text),
      onclosetag: (name) => close(writing, name),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  takeText(writing);
  endBlock(writing);
  return join(writing.blocks);
}

function open(writing: Writing, name: string, attributes: Record<string, string>): void {
  takeText(writing);
  if (DROPPED.has(name)) writing.dropped += 1;
  if (writing.dropped > 0) return;
  if (name === 'br') writing.line = `${writing.line.trimEnd()}\n`;
  if (name === 'td' || name === 'th') writing.line += writing.line.trim() === '' ? '' : ' – ';
  if (name === 'a') writing.links.push({ at: writing.line.length, href: attributes.href ?? '' });
  writing.line += EMPHASIS.get(name) ?? '';
  if (!BLOCKS.has(name)) return;
  if (name === 'li' || !(writing.line.trim() === '' && writing.marker !== '')) endBlock(writing);
  if (name === 'ul' || name === 'ol') writing.lists.push({ isOrdered: name === 'ol', count: 0 });
  if (name === 'li') writing.marker = itemMarker(writing);
  if (/^h[1-6]$/.test(name)) writing.marker = name <= 'h3' ? '### ' : '#### ';
}

function itemMarker({ lists }: Writing): string {
  const list = lists.at(-1);
  if (list) list.count += 1;
  return `${'  '.repeat(Math.min(Math.max(lists.length - 1, 0), DEEPEST_LIST))}${list?.isOrdered ? `${list.count}.` : '-'} `;
}

function write(writing: Writing, text: string): void {
  if (writing.dropped === 0) writing.text += text;
}

function takeText(writing: Writing): void {
  writing.line += escapeMarkdown(writing.text.replace(/\s+/g, ' '));
  writing.text = '';
}

function close(writing: Writing, name: string): void {
  takeText(writing);
  if (DROPPED.has(name)) {
    writing.dropped = Math.max(0, writing.dropped - 1);
    return;
  }
  if (writing.dropped > 0) return;
  const mark = EMPHASIS.get(name);
  if (mark !== undefined) writing.line = closeEmphasis(writing.line, mark);
  if (name === 'a') writing.line = closeLink(writing);
  if (!BLOCKS.has(name)) return;
  endBlock(writing);
  if (name === 'ul' || name === 'ol') writing.lists.pop();
}

/** Blanks inside the marks go outside, or the marks would show; marks around nothing go. */
function closeEmphasis(line: string, mark: string): string {
  const at = line.lastIndexOf(mark);
  if (at < 0) return line;
  const inner = line.slice(at + mark.length);
  const text = inner.trim();
  if (text === '' || text.includes('\n')) return line.slice(0, at) + inner;
  return `${line.slice(0, at)}${/^\s/.test(inner) ? ' ' : ''}${mark}${text}${mark}${/\s$/.test(inner) ? ' ' : ''}`;
}

function closeLink({ links, line }: Writing): string {
  const link = links.pop();
  if (link === undefined || link.at > line.length) return line;
  const text = line.slice(link.at).trim();
  const url = httpsUrl(link.href);
  if (url !== null && text !== '' && !text.includes('\n')) return `${line.slice(0, link.at)}[${text.replace(/[[\]]/g, '\\$&')}](<${url}>)`;
  const contact = /^(?:mailto|tel|sms|skype|whatsapp|viber):([^?]+)/i.exec(link.href.trim())?.[0];
  return contact === undefined || text.includes(contact.replace(/^\w+:/, '')) ? line : `${line} (${contact})`;
}

/** The address where it is an https one without user name, else null. */
export function httpsUrl(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https:\/\//i.test(trimmed) || trimmed.length > 2_000 || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href.replace(/[<>\s]/g, encodeURIComponent) : null;
}

function endBlock(writing: Writing): void {
  const lines = writing.line
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .filter((line) => line !== '' && !/^[*\\]+$/.test(line));
  const { marker } = writing;
  writing.line = '';
  writing.links.length = 0;
  if (lines.length === 0) return;
  writing.marker = '';
  if (marker.startsWith('#')) writing.blocks.push(marker + lines.join(' ').replaceAll('**', ''));
  else writing.blocks.push(marker + lines.join(`\\\n${' '.repeat(marker.length)}`));
}

/** Items of a list stand close together, everything else apart. */
function join(blocks: readonly string[]): string {
  const isItem = (block: string | undefined) => block !== undefined && /^\s*(?:-|\d+\.) /.test(block);
  return blocks.reduce((text, block, at) => text + (at === 0 ? '' : isItem(block) && isItem(blocks[at - 1]) ? '\n' : '\n\n') + block, '');
}
