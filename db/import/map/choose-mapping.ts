import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { type Mapping, mappingSchema } from '#db/import/map/mapping.ts';
import { mappingColumns } from '#db/import/map/mapping-columns.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { board } from '#worker/board/model/this-board.ts';

const SHIPPED = new URL('../mappings/', import.meta.url);

/** The mapping of a file: the one that is named, else the shipped one whose columns the header holds. */
export function chooseMapping(header: readonly string[], path: string | null): Mapping {
  if (path !== null) {
    const mapping = loadMapping(path);
    const missing = missingColumns(mapping, header);
    if (missing.length === 0) return mapping;
    throw new ImportError(
      `The file has no column "${missing.join('", "')}", which ${path} reads; its columns are "${header.join('", "')}".`,
    );
  }
  const shipped = readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.json'))
    .map((name) => loadMapping(new URL(name, SHIPPED)));
  const fitting = shipped.find((mapping) => missingColumns(mapping, header).length === 0);
  if (fitting) return fitting;
  throw new ImportError(
    'No mapping fits the columns of this CSV file: write one after the example of db/import/mappings/nyc-jobs.json and name it with --mapping.',
  );
}

/** Reads and checks a mapping file. Throws one sentence that names the field that is wrong. */
export function loadMapping(path: string | URL): Mapping {
  const name = typeof path === 'string' ? path : basename(path.pathname);
  const parsed = mappingSchema.safeParse(readJsonFile(path, name));
  if (!parsed.success) throw new ImportError(`The mapping ${name} is wrong: ${parsed.error.issues.map(describe).join('; ')}.`);
  const unknown = unknownCategories(parsed.data);
  if (unknown.length === 0) return parsed.data;
  const ids = board.categories.map(({ id }) => id).join(', ');
  throw new ImportError(`The mapping ${name} is wrong: ${unknown.join('; ')}; the board's categories are ${ids}.`);
}

function readJsonFile(path: string | URL, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    throw new ImportError(
      isMissing ? `The mapping ${name} cannot be read; name a file with --mapping.` : `The mapping ${name} is no JSON: ${String(error)}.`,
    );
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const nested = issue.code === 'invalid_union' ? issue.errors.flat().filter(({ path }) => path.length > 0)[0] : undefined;
  const path = [...issue.path, ...(nested?.path ?? [])].join('.');
  return `${path === '' ? 'the file' : path}: ${nested?.message ?? issue.message}`;
}

function unknownCategories({ category }: Mapping): readonly string[] {
  if (category === undefined) return [];
  const known = new Set(board.categories.map(({ id }) => id));
  const translated = Object.entries(category.values).map(([name, id]) => [`category.values.${name}`, id] as const);
  const refined = Object.entries(category.refine).flatMap(([id, list]) => [
    [`category.refine.${id}`, id] as const,
    ...list.map((entry, at) => [`category.refine.${id}.${at}.category`, entry.category] as const),
  ]);
  return [...translated, ...refined].flatMap(([field, id]) => (known.has(id) ? [] : [`${field}: "${id}" is no category of this board`]));
}

function missingColumns(mapping: Mapping, header: readonly string[]): readonly string[] {
  return [...mappingColumns(mapping)].filter((column) => !header.includes(column));
}
