import { ImportError } from '#db/import/raw-job.ts';

const LONGEST_ELEMENT = 2_000_000;
const DEEPEST = 1_000;

/** How the cutting went; filled in by `streamElements`. */
export interface Cutting {
  /** The document closed all that it opened. */
  isComplete: boolean;
}

/**
 * Cuts the objects of a long JSON document out of it as text, without holding the rest: those of a root array,
 * or of the arrays directly inside a root object (`@graph`, `jobs` …). An object longer than 2 MB comes as null.
 */
export async function* streamElements(chunks: AsyncIterable<string>, cutting: Cutting): AsyncGenerator<string | null> {
  const state = {
    containers: [] as string[],
    isString: false,
    isEscaped: false,
    parts: [] as string[],
    length: 0,
    from: -1,
    isOver: false,
  };
  for await (const chunk of chunks) {
    if (state.from >= 0) state.from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const mark = chunk.charCodeAt(at);
      if (state.isString) {
        if (state.isEscaped) state.isEscaped = false;
        else if (mark === 0x5c) state.isEscaped = true;
        else if (mark === 0x22) state.isString = false;
        continue;
      }
      if (mark === 0x22) state.isString = true;
      else if (mark === 0x7b || mark === 0x5b) {
        if (mark === 0x7b && state.from < 0 && isElementHere(state.containers)) state.from = at;
        if (state.containers.length === DEEPEST) throw new ImportError(`The JSON is nested deeper than ${DEEPEST} levels: no feed is.`);
        state.containers.push(mark === 0x7b ? '{' : '[');
      } else if (mark === 0x7d || mark === 0x5d) {
        state.containers.pop();
        state.isOver ||= state.containers.length === 0;
        if (mark !== 0x7d || state.from < 0 || !isElementHere(state.containers)) continue;
        const text = state.length > LONGEST_ELEMENT ? null : state.parts.join('') + chunk.slice(state.from, at + 1);
        state.from = -1;
        state.parts = [];
        state.length = 0;
        yield text;
      }
    }
    if (state.from < 0) continue;
    state.length += chunk.length - state.from;
    if (state.length > LONGEST_ELEMENT) state.parts = [];
    else state.parts.push(chunk.slice(state.from));
  }
  cutting.isComplete = state.isOver && state.containers.length === 0;
}

function isElementHere(containers: readonly string[]): boolean {
  const path = containers.join('');
  return path === '[' || path === '{[';
}
