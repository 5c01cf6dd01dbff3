import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const FOLDER = new URL('../migrations/', import.meta.url);
const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

/** One generated step of the tables, in order. */
export interface Migration {
  readonly tag: string;
  readonly statements: readonly string[];
}

/** Reads the generated migrations, oldest first. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const { entries } = journal.parse(JSON.parse(await readFile(new URL('meta/_journal.json', FOLDER), 'utf8')));
  const inOrder = entries.toSorted((left, right) => left.idx - right.idx);
  return Promise.all(inOrder.map(({ tag }) => readMigration(tag)));
}

async function readMigration(tag: string): Promise<Migration> {
  const text = await readFile(new URL(`${tag}.sql`, FOLDER), 'utf8');
  const statements = text.split('--> statement-breakpoint').map((statement) => statement.trim());
  return { tag, statements: statements.filter((statement) => statement !== '') };
}
