import { type SQL, sql } from 'drizzle-orm';
import { leastProduct, unitVector } from '#search/embedded/cells.ts';
import type { WordingPart } from '#search/embedded/match.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** What to match, in the three ways the index can: by expression, by row id (posted since), and row by row. */
export interface Match {
  readonly expression: string;
  /** The expression with the last word taken as complete: used where that alone has very many matches. */
  readonly complete: string;
  /** The expression with all words in the title. */
  readonly inTitle: string;
  /** The words and phrases asked for, for weighing. */
  readonly parts: readonly WordingPart[];
  /** What is to be added to all of the parts for the same matches as the expression. */
  readonly rest: string;
  readonly since: number | null;
  /** Conditions on `s` (job_search) that no token can say; null for none. */
  readonly residual: SQL | null;
}

/** A number of our own as SQL: it is the same in every search. */
export function int(value: number): SQL {
  return sql.raw(String(Math.trunc(value)));
}

/**
 * A number of this search, as a parameter: with it in the text, every minute and every page would be a statement of its own, which a
 * server reads and plans anew. Numbers arrive as floats, which full-text row ids do not take.
 */
export function given(value: number): SQL {
  return sql`cast(${Math.trunc(value)} as integer)`;
}

export function since({ since: docid }: Match, column: string): SQL {
  return docid === null ? sql`` : sql` and ${sql.raw(column)} >= ${given(docid)}`;
}

export function residual({ residual: condition }: Match): SQL {
  return condition === null ? sql`` : sql` and ${condition}`;
}

/** The matches of an expression in the time asked for, and only those whose rows fit. */
export function matching(match: Match, expression: SQL): SQL {
  const rows = match.residual === null ? sql`jobs_fts` : sql`jobs_fts cross join job_search as s on s.docid = jobs_fts.rowid`;
  return sql`${rows} where jobs_fts match (${expression})${since(match, 'jobs_fts.rowid')}${residual(match)}`;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export type Circle = Extract<Area, { kind: 'circle' }>;

/** One of the ad's places (in `s`) lies within the circle. */
export function withinCircle(area: Circle): SQL {
  const least = leastProduct(area.radiusKm);
  return sql`(${product(area, 's')} >= ${least} or (s.more_points > 0 and exists (select 1 from job_points as p where p.docid = s.docid and ${product(area, 'p')} >= ${least})))`;
}

/** How near a point is to the middle of a circle: the greater, the nearer. */
export function product(area: Circle, point: 's' | 'p'): SQL {
  const [x, y, z] = unitVector(area);
  const at = sql.raw(point);
  return sql`(${at}.x * ${x} + ${at}.y * ${y} + ${at}.z * ${z})`;
}
