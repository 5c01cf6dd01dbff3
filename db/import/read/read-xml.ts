import { SaxesParser } from 'saxes';
import { type FeedItem, mapFeedItem } from '#db/import/map/map-feed-item.ts';
import { type FeedEvent, ImportError } from '#db/import/raw-job.ts';

const ITEMS = new Set(['job', 'item', 'entry']);
const NAMES = new Set(['title', 'publisher']);
const LONGEST_TEXT = 300_000;
const MOST_PROBLEMS = 20;
/** Elements of one item; how deep they may lie in it; characters without the end of an element. */
const MOST_TEXTS = 2_000;
const DEEPEST = 20;
const LONGEST_SILENCE = 20_000_000;

interface Reading {
  readonly path: string[];
  readonly events: FeedEvent[];
  /** The item being read, and where in the path it began. */
  item: (FeedItem & { readonly depth: number; readonly texts: Map<string, string[]> }) | null;
  text: string;
  /** Characters since an element began or ended: what the parser holds. */
  silence: number;
  feedName: string | null;
  problems: number;
  isOver: boolean;
}

/** Ads of an Indeed-style XML feed, RSS or Atom. A document type is refused: it could define entities without end. */
export async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<FeedEvent> {
  const reading: Reading = { path: [], events: [], item: null, text: '', silence: 0, feedName: null, problems: 0, isOver: false };
  const parser = saxesParser(reading);
  for await (const chunk of chunks) {
    reading.silence += chunk.length;
    if (reading.silence > LONGEST_SILENCE) throw new ImportError('The XML holds an element longer than 20 MB: no feed does.');
    parser.write(chunk);
    yield* reading.events.splice(0);
  }
  parser.close();
  yield* reading.events.splice(0);
  yield { kind: 'end', isComplete: reading.isOver };
}

function saxesParser(reading: Reading): SaxesParser {
  const parser = new SaxesParser({ position: true });
  parser.on('doctype', () => {
    throw new ImportError('The XML declares a document type (DOCTYPE), which is refused; take it out of the feed.');
  });
  parser.on('error', (error) => {
    reading.problems += 1;
    if (reading.problems <= MOST_PROBLEMS) {
      reading.events.push({
        kind: 'problem',
        problem: { line: parser.line, key: null, field: 'xml', reason: error.message.replace(/^\S+:\s*/, '') },
      });
    }
  });
  parser.on('opentag', ({ name, attributes }) => openTag(reading, { name: name.toLowerCase(), attributes, line: parser.line }));
  parser.on('text', (text) => takeText(reading, text));
  parser.on('cdata', (text) => takeText(reading, text));
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (!isSelfClosing || reading.path.at(-1) === name.toLowerCase()) closeTag(reading);
  });
  return parser;
}

function takeText(reading: Reading, text: string): void {
  if (reading.text.length < LONGEST_TEXT) reading.text += text;
}

function openTag(reading: Reading, tag: { name: string; attributes: Record<string, unknown>; line: number }): void {
  const { path, item } = reading;
  reading.silence = 0;
  path.push(tag.name);
  if (item === null && ITEMS.has(tag.name) && path.length > 1) {
    reading.item = { root: path[0] ?? '', feedName: reading.feedName, line: tag.line, depth: path.length, texts: new Map() };
  } else if (
    item !== null &&
    tag.name === 'link' &&
    typeof tag.attributes.href === 'string' &&
    (tag.attributes.rel ?? 'alternate') === 'alternate'
  ) {
    addText(item, 'link', tag.attributes.href);
  } else if (item !== null && tag.name === 'category' && typeof tag.attributes.term === 'string') {
    addText(item, 'category', tag.attributes.term);
  }
  if (item === null || path.length === item.depth + 1) reading.text = '';
}

function closeTag(reading: Reading): void {
  const { path, item } = reading;
  reading.silence = 0;
  const name = path.pop() ?? '';
  if (path.length === 0) reading.isOver = reading.problems === 0;
  if (item !== null && path.length === item.depth - 1) {
    reading.events.push({ kind: 'job', job: mapFeedItem(item) });
    reading.item = null;
  } else if (item !== null && path.length === item.depth) {
    addText(item, name, reading.text);
    reading.text = '';
  } else if (item !== null && path.length - item.depth < DEEPEST && reading.text.trim() !== '') {
    addText(item, `${path.slice(item.depth).join('/')}/${name}`, reading.text);
  } else if (item === null && path.length <= 2 && NAMES.has(name) && reading.feedName === null && reading.text.trim() !== '') {
    reading.feedName = reading.text.trim();
    reading.events.push({ kind: 'name', name: reading.feedName });
  }
}

function addText({ texts }: { readonly texts: Map<string, string[]> }, name: string, text: string): void {
  const trimmed = text.trim();
  const known = texts.get(name);
  if (trimmed === '' || texts.size + (known?.length ?? 0) > MOST_TEXTS) return;
  if (known === undefined) texts.set(name, [trimmed]);
  else known.push(trimmed);
}
