/** One statement of a text: where it stands, its words outside brackets, its parameters by number. */
export interface ScannedStatement {
  readonly text: string;
  /** Upper case, brackets' contents left out; a quoted name starts with `"`; `=`, `.`, `(` and `;` stand for themselves. */
  readonly words: readonly string[];
  /** It calls a function of the driver's own that a libSQL server does not have: one that reads or writes files. */
  readonly reachesFiles: boolean;
  /** At index n - 1 the name of parameter n with its prefix, or null for a bare `?`. */
  readonly parameters: readonly (string | null)[];
}

interface Draft {
  start: number;
  depth: number;
  reachesFiles: boolean;
  words: string[];
  parameters: (string | null)[];
}

const comment = /--[^\n]*|\/\*.*?(?:\*\/|$)/;
const string = /'[^']*(?:''[^']*)*(?:'|$)/;
const quoted = /"(?<quoted>[^"]*(?:""[^"]*)*)(?:"|$)|`(?<ticked>[^`]*)(?:`|$)|\[(?<bracketed>[^\]]*)(?:\]|$)/;
const parameter = /(?<parameter>\?\d*|[:@$][\w$\u0080-\uffff]+)/;
const word = /(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/;
const rest = /\s+|\d[\w.]*|(?<mark>.)/;
const token = new RegExp([comment, string, quoted, parameter, word, rest].map(({ source }) => source).join('|'), 'gsy');

const fileFunctions = new Set(['READFILE', 'WRITEFILE', 'FSDIR']);

/** Cuts a text into its statements as SQLite would, without understanding them. A trigger's body stays in one piece. */
export function scanStatements(sql: string): ScannedStatement[] {
  const statements: ScannedStatement[] = [];
  let draft = emptyDraft(0);
  for (const match of sql.matchAll(token)) {
    const end = match.index + match[0].length;
    if (match[0] === ';' && endsStatement(draft)) {
      finish(draft, sql.slice(draft.start, match.index), statements);
      draft = emptyDraft(end);
    } else {
      take(draft, match.groups ?? {});
    }
  }
  finish(draft, sql.slice(draft.start), statements);
  return statements;
}

const emptyDraft = (start: number): Draft => ({ start, depth: 0, reachesFiles: false, words: [], parameters: [] });

function finish(draft: Draft, text: string, statements: ScannedStatement[]): void {
  if (draft.words.length === 0) return;
  const { words, parameters, reachesFiles } = draft;
  statements.push({ text: text.trim(), words, parameters, reachesFiles });
}

function take(draft: Draft, groups: Partial<Record<string, string>>): void {
  const { parameter, word, mark, quoted, ticked, bracketed } = groups;
  const name = quoted ?? ticked ?? bracketed;
  draft.reachesFiles ||= fileFunctions.has((word ?? name ?? '').toUpperCase());
  if (parameter !== undefined) takeParameter(draft, parameter);
  else if (mark !== undefined) takeMark(draft, mark);
  else if (draft.depth === 0 && word !== undefined) draft.words.push(word.toUpperCase());
  else if (draft.depth === 0 && name !== undefined) draft.words.push(`"${name.toUpperCase()}`);
}

function takeMark(draft: Draft, mark: string): void {
  if (mark === ')') draft.depth = Math.max(0, draft.depth - 1);
  else if (draft.depth === 0) draft.words.push(mark);
  if (mark === '(') draft.depth += 1;
}

/** SQLite's numbering: a bare `?` is one more than the highest so far, a name seen before keeps its number. */
function takeParameter({ parameters }: Draft, name: string): void {
  if (name === '?') {
    parameters.push(null);
  } else if (name.startsWith('?')) {
    const number = Number(name.slice(1));
    while (parameters.length < Math.min(number, 32_766)) parameters.push(null);
  } else if (!parameters.includes(name)) {
    parameters.push(name);
  }
}

/** Inside `CREATE TRIGGER` only the `;` after a closing `END` ends the statement. */
function endsStatement({ words }: Draft): boolean {
  const [first, second, third] = words;
  const temporary = second === 'TEMP' || second === 'TEMPORARY';
  if (first !== 'CREATE' || (temporary ? third : second) !== 'TRIGGER') return true;
  return words.at(-1) === 'END' && words.at(-2) === ';';
}
