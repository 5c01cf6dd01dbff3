import type { ImportArguments } from '#db/import/arguments.ts';
import { chooseMapping } from '#db/import/map/choose-mapping.ts';
import { rowMapper } from '#db/import/map/map-row.ts';
import type { Mapping } from '#db/import/map/mapping.ts';
import { type FeedEvent, ImportError } from '#db/import/raw-job.ts';
import { detectFormat, type FeedFormat } from '#db/import/read/detect-format.ts';
import { CutOffError, type Input } from '#db/import/read/open-input.ts';
import { headerOf, readCsv } from '#db/import/read/read-csv.ts';
import { readHtml } from '#db/import/read/read-html.ts';
import { readJson, readJsonLines } from '#db/import/read/read-json.ts';
import { readXml } from '#db/import/read/read-xml.ts';

export interface Feed {
  readonly format: FeedFormat;
  /** For CSV only. */
  readonly mapping: Mapping | null;
  readonly events: AsyncIterable<FeedEvent>;
}

/** Recognises a feed by its content and reads it, whatever its format. */
export async function readFeed(input: Input, { mapping: path }: Pick<ImportArguments, 'mapping'>): Promise<Feed> {
  const format = detectFormat(input.head);
  if (format === 'csv') {
    const mapping = chooseMapping(await headerOf(input.head), path);
    const mapperOf = (header: readonly string[]) => rowMapper(mapping, header);
    return { format, mapping, events: untilCutOff(readCsv(input.chunks, { head: input.head, mapperOf })) };
  }
  if (path !== null) throw new ImportError('--mapping is for CSV files; this file says itself what its fields mean.');
  return { format, mapping: null, events: untilCutOff(readerOf(format, input)) };
}

function readerOf(format: Exclude<FeedFormat, 'csv'>, input: Input): AsyncIterable<FeedEvent> {
  switch (format) {
    case 'json':
      return readJson(input.chunks, input);
    case 'json-lines':
      return readJsonLines(input.chunks);
    case 'html':
      return readHtml(input.chunks);
    case 'xml':
      return readXml(input.chunks);
  }
}

/** A compressed feed that breaks off is a feed without its end. */
async function* untilCutOff(events: AsyncIterable<FeedEvent>): AsyncGenerator<FeedEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof CutOffError)) throw error;
    yield { kind: 'problem', problem: { line: 0, key: null, field: 'file', reason: `the compressed file breaks off: ${error.message}` } };
    yield { kind: 'end', isComplete: false };
  }
}
