import { sayActivity } from '#worker/accounts/model/say-activity.ts';
import { escapeXml } from '#worker/kernel/escape.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';
import type { Copy } from '#worker/privacy/model/copy.ts';
import { type PageWords, pageWords } from '#worker/privacy/model/copy-page-words.ts';
import { COPY_STYLE } from '#worker/privacy/model/copy-style.ts';
import { FIELD_WORDS, PART_WORDS } from '#worker/privacy/model/copy-words.ts';
import { explanationHtml } from '#worker/privacy/model/explanation-html.ts';
import { list, table } from '#worker/privacy/model/html.ts';
import type { OwnField, OwnRow, OwnTableRows, OwnValue } from '#worker/privacy/model/own-data.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

/** Nothing is fetched and nothing runs, whatever stands in the data. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The same copy for people: `your-data.html`, one page that needs nothing beside it. Every text in it is escaped. */
export function copyPage(copy: Copy, tables: readonly OwnTableRows[]): string {
  const { language, board, explanation } = copy;
  const words = pageWords(language);
  const format = new Intl.DateTimeFormat(writtenAs(language), { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
  const page: Page = { language, words, moment: (time) => format.format(new Date(time)) };
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const empty = tables.filter(({ rows }) => rows.length === 0).map(({ name }) => called(name, page));
  const title = escapeXml(words.title);
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${COPY_STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escapeXml(`${words.madeBy} ${board.name} (${board.address}), ${page.moment(copy.madeAt)}.`)}</p>
<p>${escapeXml(words.lede[copy.of])}</p>
<h2>${escapeXml(words.data[copy.of])}</h2>
${filled.map((one) => partHtml(one, page)).join('\n')}
${empty.length === 0 ? '' : `<h3>${escapeXml(words.nothing)}</h3>\n${list(empty)}`}
<h2>${escapeXml(words.leftOut)}</h2>
<p>${escapeXml(words.leftOutLede)}</p>
${leftOutHtml(tables, page)}
${explanationHtml(explanation, words)}
</body>
</html>
`;
}

interface Page {
  readonly language: string;
  readonly words: PageWords;
  readonly moment: (time: string) => string;
}

function partHtml(part: OwnTableRows, page: Page): string {
  const heading = `<h3>${escapeXml(called(part.name, page))}</h3>`;
  if (part.name === 'activity') return `${heading}\n${activityHtml(part.rows, page)}`;
  return [heading, ...part.rows.map((row) => rowHtml(row, part.fields, page))].join('\n');
}

/** As the page of activity says it. */
function activityHtml(rows: readonly OwnRow[], page: Page): string {
  const columns = ['at', 'kind'].map((name) => fieldCalled(name, page));
  const lines = rows.map(({ at, kind, details }) => [
    shown(at ?? null, { is: 'time' }, page),
    sayActivity({ kind: String(kind), details: recordOf(details) }, page.language),
  ]);
  return table(columns, lines);
}

function rowHtml(row: OwnRow, fields: readonly OwnField[], page: Page): string {
  const terms = fields.map((field) => {
    const value = escapeXml(shown(row[field.name] ?? null, field, page));
    return `<dt>${escapeXml(fieldCalled(field.name, page))}</dt><dd>${value}</dd>`;
  });
  return `<dl>${terms.join('\n')}</dl>`;
}

function shown(value: OwnValue, field: Pick<OwnField, 'is'>, page: Page): string {
  const { words, moment } = page;
  if (value === null) return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value !== 'object') return field.is === 'time' ? moment(String(value)) : String(value);
  const items = Object.entries(value).map(([name, item]) => (Array.isArray(value) ? '' : `${name}: `) + shown(item, field, page));
  return items.length === 0 ? words.none : items.join('; ');
}

function leftOutHtml(tables: readonly OwnTableRows[], page: Page): string {
  const rows = tables.flatMap(({ name, leftOut }) =>
    leftOut.map((field) => [called(name, page), fieldCalled(field.name, page), field.because]),
  );
  return table([page.words.part, page.words.field, page.words.why], rows);
}

function called(name: string, { language }: Page): string {
  const words = PART_WORDS[name];
  return words === undefined ? name : inLanguage(words, language);
}

function fieldCalled(name: string, { language }: Page): string {
  const words = FIELD_WORDS[name];
  return words === undefined ? name : inLanguage(words, language);
}

function recordOf(value: OwnValue | undefined): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, String(item)]));
}
