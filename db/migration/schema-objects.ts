import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { statementsOf } from '#db/migration/statements.ts';

const FOLDER = new URL('../schema/', import.meta.url);

/** What stands beside the generated tables, written by hand in db/schema/*.sql. */
export interface SchemaObjects {
  /** Views and triggers: dropped and made again at every migration. */
  readonly rules: readonly string[];
  /** The tables of the search index: made again only when their SQL changed, because they must then be filled anew. */
  readonly index: readonly string[];
  readonly rulesHash: string;
  readonly indexHash: string;
}

export async function readSchemaObjects(): Promise<SchemaObjects> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
  const statements = texts.flatMap(statementsOf);
  const rules = statements.filter(isRule);
  const index = statements.filter((statement) => !isRule(statement));
  return { rules, index, rulesHash: hashOf(rules), indexHash: hashOf(index) };
}

/** The names of the tables that these statements make. */
export function tablesOf(statements: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => {
    const name = /^create\s+(?:virtual\s+)?table\s+(?:if\s+not\s+exists\s+)?["`]?(\w+)/i.exec(statement)?.[1];
    return name === undefined ? [] : [name];
  });
}

function isRule(statement: string): boolean {
  return /^create\s+(view|trigger)\b/i.test(statement);
}

function hashOf(statements: readonly string[]): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex');
}
