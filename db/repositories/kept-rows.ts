import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { RetentionRun } from '#db/repositories/retention-runs.ts';

export interface Ended {
  /** What has been kept since this moment, or longer, has been kept for its whole period. */
  readonly cutoff: number;
  readonly now: number;
}

export interface Survey {
  /** How much there is whose period has ended. */
  readonly due: number;
  /** Since when the oldest of what stays has been kept; null where nothing stays. */
  readonly oldestLeft: number | null;
}

export interface Removal extends Ended {
  /** The most to take at once. */
  readonly limit: number;
  /** Whose evidence it adds to, in the same batch. */
  readonly run: RetentionRun;
}

/** What a retention rule is about, in this database. */
export interface KeptRows {
  survey(ended: Ended): Promise<Survey>;
  /** Takes away some of what is due; answers how much. Less than the limit: nothing is left. */
  remove(removal: Removal): Promise<number>;
}

/** Rows of a table, as a rule sees them. */
export interface Kept {
  /** What to read from: a table, or a query that gives `since`. */
  readonly from: SQL;
  /** Since when a row has been kept. */
  readonly since: SQL;
  /** Which rows the rule is about. */
  readonly where: SQL;
}

export async function surveyOf(db: Database, { from, since, where }: Kept, { cutoff, now }: Ended): Promise<Survey> {
  const [row] = await db.all<Survey>(sql`
    select count(*) filter (where ${since} <= ${cutoff}) as due, min(${since}) filter (where ${since} > ${cutoff}) as "oldestLeft"
    from ${from} where ${where} and ${since} <= ${now}`);
  return row ?? { due: 0, oldestLeft: null };
}
