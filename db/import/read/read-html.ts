import { Parser } from 'htmlparser2';
import type { FeedEvent } from '#db/import/raw-job.ts';
import { parseJson, postingsOf } from '#db/import/read/read-json.ts';

const LONGEST_SCRIPT = 20_000_000;

/** JobPostings in the JSON-LD of a page. Its end is `</html>`. */
export async function* readHtml(chunks: AsyncIterable<string>): AsyncGenerator<FeedEvent> {
  const page = { script: null as string | null, found: [] as string[], tail: '' };
  const parser = new Parser({
    onopentag: (name, { type }) => {
      if (name === 'script' && type?.toLowerCase().startsWith('application/ld+json')) page.script = '';
    },
    ontext: (text) => {
      if (page.script !== null && page.script.length < LONGEST_SCRIPT) page.script += text;
    },
    onclosetag: (_name, isImplied) => {
      if (page.script !== null && !isImplied) page.found.push(page.script);
      page.script = null;
    },
  });
  let count = 0;
  for await (const chunk of chunks) {
    page.tail = (page.tail + chunk).slice(-2_000);
    parser.write(chunk);
    for (const text of page.found.splice(0)) yield* scriptEvents(text, ++count);
  }
  parser.end();
  yield { kind: 'end', isComplete: /<\/html\s*>/i.test(page.tail) };
}

function* scriptEvents(text: string, line: number): Generator<FeedEvent> {
  const value = parseJson(text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, ''));
  if (value !== undefined) yield* postingsOf(value, line);
  else yield { kind: 'problem', problem: { line, key: null, field: 'script', reason: 'the JSON-LD of the page is malformed' } };
}
