import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type MappedTable, tableName } from '#db/data-map.ts';
import { type Ended, type KeptRows, type Removal, type Survey, surveyOf } from '#db/repositories/kept-rows.ts';
import { hasWords, overwrite } from '#db/repositories/overwrite.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** Rows of one table that a rule ends as a whole. */
export interface KeptTable {
  readonly table: MappedTable;
  /** Since when a row has been kept. */
  readonly since: SQL;
  /** Which rows the rule is about; all where left out. */
  readonly where?: SQL;
}

/** A rule about one or more tables, whose rows go when their period has ended: words are overwritten first. */
export function keptTables(db: Database, ...tables: readonly KeptTable[]): KeptRows {
  return together(tables.map((kept) => ({ survey: (ended) => survey(db, kept, ended), remove: (removal) => remove(db, kept, removal) })));
}

/** A rule that is about several things at once. */
export function together(parts: readonly KeptRows[]): KeptRows {
  return {
    async survey(ended) {
      const surveys = await Promise.all(parts.map((part) => part.survey(ended)));
      return surveys.reduce(sum, { due: 0, oldestLeft: null });
    },
    async remove(removal) {
      let taken = 0;
      for (const part of parts) taken += await part.remove(removal);
      return taken;
    },
  };
}

/** Rows of an account that is restricted are stored, and nothing else is done with them: not even deleted. */
export function ofNobodyRestricted(column: string): SQL {
  return sql`not exists (select 1 from accounts where accounts.id = ${sql.raw(column)} and accounts.restricted_at is not null)`;
}

function survey(db: Database, { table, since, where = sql`true` }: KeptTable, ended: Ended): Promise<Survey> {
  return surveyOf(db, { from: sql.raw(tableName(table)), since, where }, ended);
}

async function remove(db: Database, { table, since, where = sql`true` }: KeptTable, { cutoff, limit, run }: Removal): Promise<number> {
  const name = sql.raw(tableName(table));
  const due = sql`rowid in (select rowid from ${name} where ${where} and ${since} <= ${cutoff} order by rowid limit ${limit})`;
  const deletion = db.run(sql`delete from ${name} where ${due}`);
  const noted = db.run(noteDeleted(run));
  if (!hasWords(table)) return (await db.batch([deletion, noted]))[0].rowsAffected;
  return (await db.batch([db.run(overwrite(table, due)), deletion, noted]))[1].rowsAffected;
}

function sum(one: Survey, other: Survey): Survey {
  const oldest = [one.oldestLeft, other.oldestLeft].filter((moment) => moment !== null);
  return { due: one.due + other.due, oldestLeft: oldest.length === 0 ? null : Math.min(...oldest) };
}
