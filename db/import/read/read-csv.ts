import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { RowMapper } from '#db/import/map/map-row.ts';
import type { FeedEvent } from '#db/import/raw-job.ts';

const LONGEST_ROW = 1_000_000;

/** The separator that the header uses most. */
export function delimiterOf(head: string): string {
  const line = head.slice(0, head.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/** The header's names, as the file has them. */
export async function headerOf(head: string): Promise<readonly string[]> {
  const rows = Readable.from([head]).pipe(parse({ delimiter: delimiterOf(head), to: 1, bom: true, relax_quotes: true, trim: true }));
  for await (const row of rows) return row;
  return [];
}

/** Rows of a CSV file as ads. Its end is a last line break: without one nobody can tell whether the last cell is whole. */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  { head, mapperOf }: { head: string; mapperOf: (header: readonly string[]) => RowMapper },
): AsyncGenerator<FeedEvent> {
  let last = '';
  const watched = async function* () {
    for await (const chunk of chunks) {
      if (chunk !== '') last = chunk.slice(-1);
      yield chunk;
    }
  };
  const broken: (CsvError | undefined)[] = [];
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
    on_skip: (error) => void broken.push(error),
  });
  const source = Readable.from(watched());
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  const reading = { header: [] as readonly string[], mapper: null as RowMapper | null, isShort: false };
  for await (const { record, info } of parser) {
    if (reading.mapper === null) {
      reading.header = record.map((name: string) => name.trim());
      reading.mapper = mapperOf(reading.header);
      continue;
    }
    reading.isShort = record.length < reading.header.length;
    yield rowEvent({ cells: record, line: info.lines, columns: reading.header.length, mapper: reading.mapper });
  }
  for (const error of broken) yield brokenEvent(error);
  const isCutOff = broken.some((error) => error?.code === 'CSV_QUOTE_NOT_CLOSED');
  yield { kind: 'end', isComplete: !isCutOff && !reading.isShort && /[\r\n]/.test(last) };
}

function brokenEvent(error: CsvError | undefined): FeedEvent {
  return {
    kind: 'problem',
    problem: { line: Number(error?.['lines'] ?? 0), key: null, field: 'row', reason: error?.message ?? 'is malformed' },
  };
}

function rowEvent({
  cells,
  line,
  columns,
  mapper,
}: {
  cells: readonly string[];
  line: number;
  columns: number;
  mapper: RowMapper;
}): FeedEvent {
  if (cells.length === columns) return { kind: 'job', job: mapper.map({ line, cells }) };
  return {
    kind: 'problem',
    problem: { line, key: null, field: 'row', reason: `the row has ${cells.length} cells, the header ${columns}` },
  };
}
