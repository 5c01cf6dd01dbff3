import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activity } from '#db/schema/account-tables.ts';

/** Where a page of activity ends: the next one begins after it. */
export interface ActivityPlace {
  readonly at: number;
  readonly id: string;
}

export interface StoredActivity extends ActivityPlace {
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
}

export type ActivityLinesRepository = ReturnType<typeof activityLinesRepository>;

/** What happened to an account, for its person. */
export function activityLinesRepository(db: Database) {
  return {
    /** The newest first, from a place on. */
    list({ accountId, after, most }: { accountId: string; after: ActivityPlace | null; most: number }): Promise<readonly StoredActivity[]> {
      const isAfter = after === null ? undefined : sql`(${activity.at}, ${activity.id}) < (${after.at}, ${after.id})`;
      return db
        .select({ id: activity.id, at: activity.at, kind: activity.kind, details: activity.details })
        .from(activity)
        .where(and(eq(activity.accountId, accountId), isAfter))
        .orderBy(desc(activity.at), desc(activity.id))
        .limit(most);
    },
  };
}
