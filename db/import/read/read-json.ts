import { findPostings } from '#db/import/map/find-postings.ts';
import { mapJobPosting } from '#db/import/map/map-job-posting.ts';
import type { FeedEvent } from '#db/import/raw-job.ts';
import { type Cutting, streamElements } from '#db/import/read/stream-elements.ts';

const LONGEST_LINE = 2_000_000;

/** The postings in one JSON value, wherever they are: alone, in an array, in `@graph`, as items of a list. */
export function* postingsOf(value: unknown, line: number): Generator<FeedEvent> {
  for (const posting of findPostings(value)) yield { kind: 'job', job: mapJobPosting(posting, line) };
}

/** One JSON object a line. */
export async function* readJsonLines(chunks: AsyncIterable<string>): AsyncGenerator<FeedEvent> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield* lineEvents(text, ++line);
    if (rest.length > LONGEST_LINE) {
      yield { kind: 'problem', problem: { line: line + 1, key: null, field: 'line', reason: 'the line is longer than 2 MB' } };
      rest = '';
    }
  }
  yield* lineEvents(rest, line + 1);
  yield { kind: 'end', isComplete: rest.trim() === '' || parseJson(rest) !== undefined };
}

function* lineEvents(text: string, line: number): Generator<FeedEvent> {
  if (text.trim() === '') return;
  const value = parseJson(text);
  if (value !== undefined) yield* postingsOf(value, line);
  else yield { kind: 'problem', problem: { line, key: null, field: 'line', reason: 'the line is no JSON' } };
}

/** A JSON document: read whole where it is short, else element by element. */
export async function* readJson(
  chunks: AsyncIterable<string>,
  { head, isShort }: { head: string; isShort: boolean },
): AsyncGenerator<FeedEvent> {
  const whole = isShort ? parseJson(head.replace(/^\ufeff/, '')) : undefined;
  if (whole !== undefined) {
    yield* postingsOf(whole, 1);
    yield { kind: 'end', isComplete: true };
    return;
  }
  let element = 0;
  const cutting: Cutting = { isComplete: false };
  for await (const text of streamElements(chunks, cutting)) {
    element += 1;
    const value = text === null ? undefined : parseJson(text);
    if (value !== undefined) yield* postingsOf(value, element);
    else
      yield {
        kind: 'problem',
        problem: { line: element, key: null, field: 'element', reason: text === null ? 'is longer than 2 MB' : 'is no JSON' },
      };
  }
  if (!cutting.isComplete) {
    yield {
      kind: 'problem',
      problem: { line: element + 1, key: null, field: 'file', reason: 'the JSON breaks off or is malformed after this element' },
    };
  }
  yield { kind: 'end', isComplete: cutting.isComplete };
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
