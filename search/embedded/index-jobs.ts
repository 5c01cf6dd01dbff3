import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { IndexedJob } from '#db/repositories/public-job-row.ts';
import { nextMinute } from '#search/embedded/docids.ts';
import { type JobDocument, toDocument } from '#search/embedded/document.ts';
import { backwards, isCorrectable } from '#search/embedded/slips.ts';
import { type FacetValues, lettersOf, VALUED_FACETS, type ValuedFacet, valueKey } from '#search/embedded/values.ts';
import { wordReader } from '#search/embedded/word-reader.ts';

export interface IndexChange {
  readonly jobs: readonly IndexedJob[];
  /** `jobs.seq` of what must not be in the index any more. */
  readonly gone: readonly number[];
}

/** Writes to the embedded index, a batch of ads at a time; only one may exist at once (whoever holds the lease). */
export interface IndexWriter {
  write(change: IndexChange): Promise<void>;
}

/** What a run keeps in mind between its batches. */
interface Memory {
  readonly values: Map<string, number>;
  readonly words: Set<string>;
}

export function indexWriter(db: Database): IndexWriter {
  const words = wordReader();
  let memory: Memory | undefined;
  return {
    async write({ jobs, gone }) {
      const documents = jobs.map((job) => toDocument(job, words));
      const parts = inParts(documents);
      for (const [index, part] of (parts.length === 0 ? [[]] : parts).entries()) {
        memory = await writePart(db, { documents: part, gone: index === 0 ? gone : [], memory });
      }
    },
  };
}

/** Servers limit the size of a request. */
const LETTERS_A_REQUEST = 3_000_000;

function inParts(documents: readonly JobDocument[]): readonly JobDocument[][] {
  const parts: JobDocument[][] = [];
  let letters = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    const size = document.columns.reduce((sum, column) => sum + column.length, 500);
    if (letters + size > LETTERS_A_REQUEST) {
      parts.push([]);
      letters = 0;
    }
    letters += size;
    parts.at(-1)?.push(document);
  }
  return parts;
}

interface Part {
  readonly documents: readonly JobDocument[];
  readonly gone: readonly number[];
  readonly memory: Memory | undefined;
}

async function writePart(db: Database, { documents, gone, memory: known }: Part): Promise<Memory | undefined> {
  const seqs = [...documents.map((document) => document.seq), ...gone];
  if (seqs.length === 0) return known;
  const [taken, values] = await readTaken(db, { seqs, documents, withValues: known === undefined });
  const memory = known ?? { values, words: new Set() };
  const numbered = numberDocuments(documents, taken);
  const newValues = numberValues(documents, memory.values);
  const newWords = unknownWords(documents, memory.words);
  await db.batch([
    db.run(removal(seqs)),
    db.run(sql`delete from job_search where job_seq in (select value from json_each(${JSON.stringify(seqs)}))`),
    ...insertions({ documents: numbered, newValues, newWords, values: memory.values }).map((statement) => db.run(statement)),
  ]);
  return memory;
}

function removal(seqs: readonly number[]): SQL {
  return sql`delete from jobs_fts where rowid in (select docid from job_search where job_seq in (select value from json_each(${JSON.stringify(seqs)})))`;
}

type Taken = ReadonlyMap<string, number>;

/** Row ids that ads have already (`seq:…`) and the last ones of each minute (`minute:…`); and, once a run, all numbered values. */
async function readTaken(
  db: Database,
  { seqs, documents, withValues }: { seqs: readonly number[]; documents: readonly JobDocument[]; withValues: boolean },
): Promise<[Taken, Map<string, number>]> {
  const minutes = [...new Set(documents.map((document) => document.minute))].map((minute) => [minute, nextMinute(minute)]);
  const [taken, values] = await db.batch([
    db.all<{ key: string; docid: number }>(sql`
      select 'seq:' || job_seq as key, docid from job_search where job_seq in (select value from json_each(${JSON.stringify(seqs)}))
      union all
      select 'minute:' || (m.value ->> 0), (select max(docid) from job_search where docid >= (m.value ->> 0) and docid < (m.value ->> 1))
      from json_each(${JSON.stringify(minutes)}) as m`),
    db.all<{ key: string; id: number }>(sql`select facet || ':' || value as key, id from search_values where ${withValues ? 1 : 0}`),
  ]);
  return [
    new Map(taken.filter(({ docid }) => docid !== null).map(({ key, docid }) => [key, docid])),
    new Map(values.map(({ key, id }) => [key, id])),
  ];
}

type Numbered = JobDocument & { readonly docid: number };

/** An ad that stays in its minute keeps its row id; another takes the next free one of its minute. */
function numberDocuments(documents: readonly JobDocument[], taken: Taken): readonly Numbered[] {
  const last = new Map<number, number>();
  return documents.map((document) => {
    const own = taken.get(`seq:${document.seq}`);
    if (own !== undefined && own >= document.minute && own < nextMinute(document.minute)) return { ...document, docid: own };
    const docid = (last.get(document.minute) ?? taken.get(`minute:${document.minute}`) ?? document.minute) + 1;
    last.set(document.minute, docid);
    return { ...document, docid };
  });
}

type NewValue = readonly [number, ValuedFacet, string];

/** Numbers values never seen before and remembers them; the numbers have no gaps. */
function numberValues(documents: readonly JobDocument[], known: Map<string, number>): readonly NewValue[] {
  return documents.flatMap(({ values }) =>
    VALUED_FACETS.flatMap((facet) =>
      values[facet].flatMap((value): NewValue[] => {
        const key = valueKey(facet, value);
        if (known.has(key)) return [];
        const id = known.size + 1;
        known.set(key, id);
        return [[id, facet, value]];
      }),
    ),
  );
}

function valueLetters(values: FacetValues, known: ReadonlyMap<string, number>): string {
  return lettersOf(VALUED_FACETS.flatMap((facet) => values[facet].map((value) => known.get(valueKey(facet, value)) ?? 0)));
}

function unknownWords(documents: readonly JobDocument[], known: Set<string>): readonly string[] {
  const fresh = new Set<string>();
  for (const { words } of documents) for (const word of words) if (!known.has(word)) fresh.add(word);
  for (const word of fresh) known.add(word);
  return [...fresh];
}

interface Insertion {
  readonly documents: readonly Numbered[];
  readonly newValues: readonly NewValue[];
  readonly newWords: readonly string[];
  readonly values: ReadonlyMap<string, number>;
}

/** One statement a table, its rows in one JSON text: servers limit the number of parameters, and integers stay exact. */
function insertions({ documents, newValues, newWords, values }: Insertion): readonly SQL[] {
  const rows = documents.map((document) => [
    ...[document.docid, document.seq, valueLetters(document.values, values), document.employerSeq],
    ...(document.points[0] ?? [null, null, null]),
    ...[Math.max(0, document.points.length - 1), document.currency, document.pay, document.version],
  ]);
  const points = documents.flatMap(({ docid, points }) => points.map((point, position) => [docid, position, ...point]));
  const spellings = newWords.filter(isCorrectable).map((word) => [word, backwards(word)]);
  // In order of row id: the full-text index flushes to disk whenever one goes back.
  const texts = documents.map(({ docid, columns }) => [docid, ...columns] as const).sort(([one], [other]) => one - other);
  return [
    fill('insert or ignore into search_values (id, facet, value)', { width: 3, rows: newValues }),
    fill('insert into jobs_fts (rowid, title, title_stems, names, skills, body, stems, facets)', { width: 8, rows: texts }),
    fill('insert into job_search (docid, job_seq, facets, employer_seq, x, y, z, more_points, currency, pay, version)', {
      width: 11,
      rows,
    }),
    fill('insert into job_points (docid, position, x, y, z)', { width: 5, rows: points }),
    fill('insert or ignore into search_words (word, backwards)', { width: 2, rows: spellings }),
  ].filter((statement) => statement !== null);
}

/** Materialized, or SQLite would write a row out as text again for each of its columns. */
function fill(insert: string, { width, rows }: { width: number; rows: readonly (readonly unknown[])[] }): SQL | null {
  if (rows.length === 0) return null;
  const columns = Array.from({ length: width }, (_, column) => `value ->> ${column}`).join(', ');
  return sql`with row as materialized (select value from json_each(${JSON.stringify(rows)})) ${sql.raw(`${insert} select ${columns} from row`)}`;
}
